package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"

	"google.golang.org/protobuf/reflect/protoreflect"
)

func protoName(name string) protoreflect.FullName { return protoreflect.FullName(name) }

// at gives what lies below the keys, or nil.
func at(value any, keys ...string) any {
	for _, key := range keys {
		fields, _ := value.(map[string]any)
		value = fields[key]
	}
	return value
}

// fieldsAt gives the object below the keys; an empty one where there is none.
func fieldsAt(value any, keys ...string) map[string]any {
	fields, _ := at(value, keys...).(map[string]any)
	return fields
}

func textAt(value any, keys ...string) string {
	text, _ := at(value, keys...).(string)
	return text
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// compact gives JSON with sorted keys; equal values have equal texts.
func compact(value any) string {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err.Error()
	}
	return string(bytes.TrimSpace(text.Bytes()))
}

// firstDifference shows two different texts from a little before they part.
func firstDifference(left, right string) string {
	from := 0
	for from < len(left) && from < len(right) && left[from] == right[from] {
		from++
	}
	from = max(0, from-20)
	cut := func(text string) string { return text[min(from, len(text)):min(from+60, len(text))] }
	return fmt.Sprintf("%q and %q", cut(left), cut(right))
}
