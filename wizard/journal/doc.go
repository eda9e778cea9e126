// Package journal keeps the diary in a file: what the person chose to
// remember, and nothing else.
//
// The file is journal.jsonl: one entry a line, each a JSON object of its own,
// so that its owner can read it and any tool can. A line is only ever added,
// by one write at the end of the file, and is on the disk before Append
// returns. No line is ever changed or dropped, whoever wrote it and however
// torn it is; only Erase takes away, and it takes everything.
//
// Every line says its version, rather than a header at the top: a header can
// be torn, or written twice by two programs that begin at once, and then
// nothing after it could be trusted. Lines that are put together from two
// journals stay readable too.
//
// This package may import wizard and the standard library. It must not import
// a terminal, cobra, or anything of guidance: the journal knows no medicine.
package journal
