package main

import (
	"math"
	"math/rand"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
)

// What is tried of a condition's inputs: all combinations where they are so few, else as many by chance (the same in each run).
const largestSearch = 20000

// reads gives the names of the inputs that a condition reads.
func (c *condition) reads() []string {
	names := map[string]bool{}
	celast.PreOrderVisit(c.ast.NativeRep().Expr(), celast.NewExprVisitor(func(e celast.Expr) {
		if name, isInput := inputRead(e); isInput {
			names[name] = true
		}
	}))
	return sortedKeys(names)
}

// constants gives the values that a condition compares with.
func (c *condition) constants() []any {
	keys := map[int64]bool{}
	var result []any
	celast.PreOrderVisit(c.ast.NativeRep().Expr(), celast.NewExprVisitor(func(e celast.Expr) {
		if _, isInput := inputRead(e); isInput {
			keys[e.AsCall().Args()[1].ID()] = true
		} else if e.Kind() == celast.LiteralKind && !keys[e.ID()] {
			result = append(result, e.AsLiteral().Value())
		}
	}))
	return result
}

// inputRead gives NAME where the expression is inputs.parameter_values['NAME'].
func inputRead(e celast.Expr) (string, bool) {
	if e.Kind() != celast.CallKind || e.AsCall().FunctionName() != operators.Index {
		return "", false
	}
	of, key := e.AsCall().Args()[0], e.AsCall().Args()[1]
	if of.Kind() != celast.SelectKind || of.AsSelect().FieldName() != "parameter_values" || key.Kind() != celast.LiteralKind {
		return "", false
	}
	name, isText := key.AsLiteral().Value().(string)
	return name, isText
}

// samplesOf gives values of a parameter type that tell conditions with the constants apart: each constant, and values beside it.
func samplesOf(parameterType string, constants []any) []any {
	switch parameterType {
	case "BOOLEAN":
		return []any{false, true}
	case "NUMBER_INTEGER":
		return numbersBeside(constants, 1, func(number float64) bool { return number == math.Trunc(number) })
	case "NUMBER_DOUBLE":
		return numbersBeside(constants, 0.25, func(float64) bool { return true })
	case "STRING":
		return textsBeside(constants)
	case "LIST":
		return append([]any{[]any{}}, listed(constants)...)
	case "STRUCT", "TASK_FINAL_STATUS":
		return []any{map[string]any{}}
	}
	return nil
}

func numbersBeside(constants []any, step float64, fits func(float64) bool) []any {
	numbers := []float64{0, 1, 2}
	for _, constant := range constants {
		switch value := constant.(type) {
		case int64:
			numbers = append(numbers, float64(value))
		case float64:
			numbers = append(numbers, value, math.Floor(value), math.Ceil(value))
		}
	}
	var result []any
	for _, number := range numbers {
		away := step
		if number+away == number { // beyond what doubles tell apart
			away = math.Abs(number) / 2
		}
		for _, candidate := range []float64{number - away, number, number + away} {
			if fits(candidate) {
				result = appendNew(result, candidate)
			}
		}
	}
	return result
}

func textsBeside(constants []any) []any {
	result := []any{"", "a", "b"}
	for _, constant := range constants {
		if text, isText := constant.(string); isText {
			result = appendNew(result, text)
			result = appendNew(result, text+"~")
		}
	}
	return result
}

func listed(constants []any) []any {
	var result []any
	for _, constant := range constants {
		if number, isInt := constant.(int64); isInt {
			constant = float64(number)
		}
		result = append(result, []any{constant})
	}
	return result
}

func appendNew(values []any, value any) []any {
	for _, other := range values {
		if other == value {
			return values
		}
	}
	return append(values, value)
}

// search calls `try` with combinations of one sample for each name, until it says that it has seen enough.
func search(names []string, samples map[string][]any, try func(map[string]any) (enough bool)) {
	combinations := 1
	for _, name := range names {
		if len(samples[name]) == 0 {
			return
		}
		combinations = min(combinations*len(samples[name]), largestSearch+1)
	}
	random := rand.New(rand.NewSource(1))
	for number := range min(combinations, largestSearch) {
		values := map[string]any{}
		rest := number
		for _, name := range names {
			choice := rest % len(samples[name])
			if combinations > largestSearch {
				choice = random.Intn(len(samples[name]))
			}
			rest /= len(samples[name])
			values[name] = samples[name][choice]
		}
		if try(values) {
			return
		}
	}
}
