# Prints what a shell completes the last word of a line to, when the line is
# typed at a terminal, and Tab behind it. The shell says where it got to when it
# is asked with Ctrl-T.
#
#	zsh -f completions.zsh SHELL SCRIPT LINE
zmodload zsh/zpty
case $1 in
bash)
	zpty shell bash --norc -i
	zpty -w shell "stty -echo; PS1=; bind 'set enable-bracketed-paste off'; bind -x '\"\\C-t\": echo \"[[\$READLINE_LINE]]\"'"
	zpty -w shell "source /usr/share/bash-completion/bash_completion; source $2; echo rea''dy"
	;;
zsh)
	zpty shell zsh -f -i
	zpty -w shell "stty -echo; PS1=; autoload -U compinit; compinit -u; source $2; compdef _backcare backcare"
	zpty -w shell 'told() { print -r -- "[[$BUFFER]]" }; zle -N told; bindkey "^T" told; print rea""dy'
	;;
esac
zpty -r shell out '*ready*'
zpty -w -n shell "$3"$'\t\x14'
zpty -r shell out '*\[\[*\]\]*'
zpty -d shell
line=${${out##*\[\[}%%\]\]*}
[[ ${line% } == $3 ]] || print -r -- ${${line% }##* }
