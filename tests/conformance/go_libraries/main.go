// Judges pipeline specs by the libraries that KFP's API server and driver read them with: Go's YAML and protobuf JSON readers, and cel-go.
// KFP's messages are those of its Python packages. KFP's own Go packages are not imported: what its compiler to Argo and its driver do
// with a spec is not judged here.
//
//	check_specs DESCRIPTORS FILE...                      specs in files
//	check_specs DESCRIPTORS -program PROGRAM [NAME[@TARGET]...]   what a pipeline program writes of its pipelines, as YAML and as JSON
//
// DESCRIPTORS is what write_descriptors.py writes. For each fault a line says spec, rule, and what the library says.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A judge checks specs and counts what it saw.
type judge struct {
	messages    *messages
	expressions *expressions
	specs       int
	conditions  int
	oneOfs      int
	selectors   int
}

func newJudge(descriptors string) (*judge, error) {
	known, err := readMessages(descriptors)
	if err != nil {
		return nil, err
	}
	made, err := newExpressions(known)
	if err != nil {
		return nil, err
	}
	return &judge{messages: known, expressions: made}, nil
}

// check gives all that is wrong with a spec.
func (j *judge) check(content []byte) []finding {
	j.specs++
	read, findings := readDocuments(content, j.messages)
	if read.pipeline == nil {
		return findings
	}
	findings = append(findings, checkContainers(read.pipeline)...)
	for _, part := range []struct {
		count *int
		check func(map[string]any, *expressions) (int, []finding)
	}{{&j.conditions, checkConditions}, {&j.oneOfs, checkOneOf}, {&j.selectors, checkSelectors}} {
		count, found := part.check(read.pipeline, j.expressions)
		*part.count += count
		findings = append(findings, found...)
	}
	return findings
}

// written has a program compile one of its pipelines (its only one where the name is empty) and gives the files.
func written(program, name, folder string) ([]string, error) {
	var files []string
	for _, format := range []string{"yaml", "json"} {
		file := filepath.Join(folder, filepath.Base(program)+"-"+name+"."+format)
		arguments := []string{"compile"}
		pipeline, target, hasTarget := strings.Cut(name, "@")
		if pipeline != "" {
			arguments = append(arguments, pipeline)
		}
		if hasTarget {
			arguments = append(arguments, "--target", target)
		}
		output, err := exec.Command(program, append(arguments, "-o", file, "--format", format)...).CombinedOutput()
		// KFP's JSON has no platform document, so a pipeline with one is written as YAML alone.
		if err != nil && format == "yaml" {
			return nil, fmt.Errorf("%s compile %s: %w\n%s", program, name, err, output)
		}
		if err == nil {
			files = append(files, file)
		}
	}
	return files, nil
}

func writtenByProgram(program string, names []string, folder string) ([]string, error) {
	if len(names) == 0 {
		names = []string{""}
	}
	var files []string
	for _, name := range names {
		more, err := written(program, name, folder)
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	return files, nil
}

func run(arguments []string) error {
	if len(arguments) < 2 {
		return fmt.Errorf("usage: check_specs DESCRIPTORS FILE... | check_specs DESCRIPTORS -program PROGRAM [NAME[@TARGET]...]")
	}
	j, err := newJudge(arguments[0])
	if err != nil {
		return err
	}
	files := arguments[1:]
	if files[0] == "-program" && len(files) > 1 {
		folder, err := os.MkdirTemp("", "mlpipe-specs-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		if files, err = writtenByProgram(files[1], files[2:], folder); err != nil {
			return err
		}
	}
	faults := 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		for _, found := range j.check(content) {
			faults++
			fmt.Printf("%s: %s\n", filepath.Base(file), found)
		}
	}
	fmt.Printf("%d specs, %d conditions, %d one-ofs, %d selectors: %d faults\n", j.specs, j.conditions, j.oneOfs, j.selectors, faults)
	if faults > 0 {
		return fmt.Errorf("the backend would refuse or misread what is named above")
	}
	return nil
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
