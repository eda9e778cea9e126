// Command hello is the yardstick of the benchmark: what any Go program costs
// that prints one line. It must import fmt alone.
package main

import "fmt"

func main() { fmt.Println("hello") }
