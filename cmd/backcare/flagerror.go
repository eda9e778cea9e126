package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"backcare/guidance"
	"backcare/guidance/message"
)

// flagError says what is wrong with a flag, and which one was likely meant.
func flagError(c *cobra.Command, err error) error {
	hint := helpHint(c)
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near, ok := guidance.Nearest(unknown.GetSpecifiedName(), names); ok {
			hint = message.Textf("Did you mean --%s?", near)
		}
	}
	var value *pflag.InvalidValueError
	if own := message.Text(nil); errors.As(err, &value) && errors.As(err, &own) {
		return &usageError{err: value.Unwrap(), hint: hint}
	}
	return usageWith(hint, "%w", inOwnWords(err))
}

// inOwnWords says what pflag found wrong, so that it can be put into a
// language.
func inOwnWords(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return message.Errorf("unknown shorthand flag: -%s in -%s", unknown.GetSpecifiedName()[:1], unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		return message.Errorf("unknown flag: --%s", unknown.GetSpecifiedName())
	case errors.As(err, &empty):
		return message.Errorf("the flag --%s needs a value", empty.GetFlag().Name)
	case errors.As(err, &value):
		return message.Errorf("the flag --%s cannot be %q", value.GetFlag().Name, value.GetValue())
	case errors.As(err, &syntax):
		return message.Errorf("this is no flag: %s", syntax.GetSpecifiedFlag())
	}
	return err
}
