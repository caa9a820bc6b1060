package main

import (
	"fmt"

	"github.com/google/cel-go/cel"
	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
)

// checkSelectors evaluates each expression that takes a part of an input's value, on a value that has the part: the part must come out.
func checkSelectors(pipeline map[string]any, e *expressions) (int, []finding) {
	count := 0
	var findings []finding
	for _, dagName := range sortedKeys(dags(pipeline)) {
		tasks := fieldsAt(dags(pipeline)[dagName], "tasks")
		for _, taskName := range sortedKeys(tasks) {
			arguments := fieldsAt(tasks[taskName], "inputs", "parameters")
			for _, input := range sortedKeys(arguments) {
				text := textAt(arguments[input], "parameterExpressionSelector")
				if text == "" {
					continue
				}
				count++
				if problem := checkSelector(text, e); problem != "" {
					findings = append(findings, finding{"selector",
						fmt.Sprintf("%s/%s, input %s, `%s`: %s", dagName, taskName, input, text, problem)})
				}
			}
		}
	}
	return count, findings
}

func checkSelector(text string, e *expressions) string {
	ast, _, err := compileIn(e.selectors, text)
	if err != nil {
		return "cel-go does not compile it: " + err.Error()
	}
	const wanted = "the part"
	found, err := e.selected(text, valueWithPart(ast, wanted))
	if err != nil {
		return "cel-go says: " + err.Error()
	}
	if found != wanted {
		return fmt.Sprintf("it gives %s and not the part that it names", compact(found))
	}
	return ""
}

// valueWithPart gives what holds `part` at the path of keys and positions that an expression like parseJson(string_value)["a"][0] takes.
func valueWithPart(ast *cel.Ast, part any) any {
	value := part
	for e := ast.NativeRep().Expr(); e.Kind() == celast.CallKind && e.AsCall().FunctionName() == operators.Index; e = e.AsCall().Args()[0] {
		switch key := e.AsCall().Args()[1].AsLiteral().Value().(type) {
		case string:
			value = map[string]any{key: value}
		case int64:
			list := make([]any, key+1)
			list[key] = value
			value = list
		}
	}
	return value
}
