// Package handout makes what a person takes along from a check: a sheet for
// the fridge and a page for the doctor, as HTML, Markdown and plain text.
//
// For other systems there is the check in FHIR ([BundleOf], and [ReadFHIR] back),
// and the days after it for a calendar ([CalendarOf]).
//
// [NewSheet] and [NewClinicianPage] choose what is said, and know no format;
// the writers of each format know no medicine. What is medical is in guidance.
//
// This package may import guidance, guidance/figure and wizard. It opens no
// file and asks nobody: cmd reads the check and writes the page.
package handout
