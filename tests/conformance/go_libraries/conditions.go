package main

import (
	"fmt"
	"strings"
)

// dags gives each DAG of a pipeline by the name of its component; the root's is "root".
func dags(pipeline map[string]any) map[string]map[string]any {
	result := map[string]map[string]any{}
	if dag, isDag := at(pipeline, "root", "dag").(map[string]any); isDag {
		result["root"] = dag
	}
	for name, component := range fieldsAt(pipeline, "components") {
		if dag, isDag := at(component, "dag").(map[string]any); isDag {
			result[name] = dag
		}
	}
	return result
}

func componentOf(pipeline map[string]any, task any) map[string]any {
	return fieldsAt(pipeline, "components", textAt(task, "componentRef", "name"))
}

// checkConditions evaluates each condition with values of its task's inputs: it must compile, give a bool for each, and be seen true and false.
func checkConditions(pipeline map[string]any, e *expressions) (int, []finding) {
	count := 0
	var findings []finding
	for _, dagName := range sortedKeys(dags(pipeline)) {
		tasks := fieldsAt(dags(pipeline)[dagName], "tasks")
		for _, taskName := range sortedKeys(tasks) {
			text := textAt(tasks[taskName], "triggerPolicy", "condition")
			if text == "" {
				continue
			}
			count++
			place := fmt.Sprintf("%s/%s, `%s`", dagName, taskName, text)
			if problem := checkCondition(pipeline, tasks[taskName], text, e); problem != "" && !isImpossible(pipeline, text, problem) {
				findings = append(findings, finding{"condition", place + ": " + problem})
			}
		}
	}
	return count, findings
}

func checkCondition(pipeline map[string]any, task any, text string, e *expressions) string {
	compiled, err := e.condition(text)
	if err != nil {
		return "cel-go does not compile it: " + err.Error()
	}
	names := compiled.reads()
	samples := map[string][]any{}
	for _, name := range names {
		if at(task, "inputs", "parameters", name) == nil {
			return fmt.Sprintf("the task has no input `%s`", name)
		}
		parameterType := textAt(componentOf(pipeline, task), "inputDefinitions", "parameters", name, "parameterType")
		samples[name] = samplesOf(parameterType, compiled.constants())
		if len(samples[name]) == 0 {
			return fmt.Sprintf("its input `%s` is of type %q, of which nothing can be asked", name, parameterType)
		}
	}
	seen := map[bool]bool{}
	problem := ""
	search(names, samples, func(values map[string]any) bool {
		truth, err := compiled.holds(values)
		if err != nil {
			problem = fmt.Sprintf("with %s cel-go says: %v", compact(values), err)
			return true
		}
		seen[truth] = true
		return len(seen) == 2
	})
	switch {
	case problem != "":
		return problem
	case !seen[true]:
		return neverTrue
	case !seen[false]:
		return neverFalse
	}
	return ""
}

const (
	neverTrue  = "no sample values make it true"
	neverFalse = "no sample values make it false"
)

// Conditions that have one answer only, on purpose; each with the reason.
var impossible = []struct{ pipeline, condition, problem, reason string }{}

func isImpossible(pipeline map[string]any, text, problem string) bool {
	for _, known := range impossible {
		if known.pipeline == textAt(pipeline, "pipelineInfo", "name") && known.condition == text && known.problem == problem {
			return true
		}
	}
	return false
}

// checkOneOf: where an output is whichever of several tasks ran, exactly one of them must run, whatever the values are.
func checkOneOf(pipeline map[string]any, e *expressions) (int, []finding) {
	count := 0
	var findings []finding
	for _, dagName := range sortedKeys(dags(pipeline)) {
		dag := dags(pipeline)[dagName]
		for _, kind := range []struct{ outputs, oneOf, selectors string }{
			{"parameters", "valueFromOneof", "parameterSelectors"}, {"artifacts", "", "artifactSelectors"}} {
			outputs := fieldsAt(dag, "outputs", kind.outputs)
			for _, outputName := range sortedKeys(outputs) {
				from := outputs[outputName]
				if kind.oneOf != "" {
					from = at(from, kind.oneOf)
				}
				selectors, _ := at(from, kind.selectors).([]any)
				if len(selectors) < 2 {
					continue
				}
				count++
				if problem := checkAlternatives(pipeline, dag, selectors, e); problem != "" {
					findings = append(findings, finding{"one of", fmt.Sprintf("%s, output %s: %s", dagName, outputName, problem)})
				}
			}
		}
	}
	return count, findings
}

// An alternative is a task of a one-of, with the sources of the values that its condition reads.
type alternative struct {
	task    string
	when    *condition
	sources map[string]string // of an input's name
}

func checkAlternatives(pipeline, dag map[string]any, selectors []any, e *expressions) string {
	var alternatives []alternative
	var constants []any
	typeOf := map[string]string{} // of a source
	for _, selector := range selectors {
		name := textAt(selector, "producerSubtask")
		task := fieldsAt(dag, "tasks", name)
		text := textAt(task, "triggerPolicy", "condition")
		if text == "" {
			return fmt.Sprintf("the task %s has no condition", name)
		}
		compiled, err := e.condition(text)
		if err != nil {
			return err.Error()
		}
		made := alternative{name, compiled, map[string]string{}}
		for _, input := range compiled.reads() {
			source := compact(at(task, "inputs", "parameters", input))
			made.sources[input] = source
			typeOf[source] = textAt(componentOf(pipeline, task), "inputDefinitions", "parameters", input, "parameterType")
		}
		alternatives = append(alternatives, made)
		constants = append(constants, compiled.constants()...)
	}
	samples := map[string][]any{}
	for source, parameterType := range typeOf {
		samples[source] = samplesOf(parameterType, constants)
	}
	problem := ""
	search(sortedKeys(samples), samples, func(values map[string]any) bool {
		ran, err := running(alternatives, values)
		switch {
		case err != nil:
			problem = fmt.Sprintf("with %s cel-go says: %v", compact(values), err)
		case len(ran) != 1:
			problem = fmt.Sprintf("with %s these tasks run: [%s]", compact(values), strings.Join(ran, ", "))
		}
		return problem != ""
	})
	return problem
}

func running(alternatives []alternative, values map[string]any) ([]string, error) {
	var ran []string
	for _, one := range alternatives {
		own := map[string]any{}
		for input, source := range one.sources {
			own[input] = values[source]
		}
		truth, err := one.when.holds(own)
		if err != nil {
			return nil, err
		}
		if truth {
			ran = append(ran, one.task)
		}
	}
	return ran, nil
}
