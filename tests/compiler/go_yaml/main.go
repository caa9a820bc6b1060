// Go's yaml.v3, the reader of KFP's API server, reads from our YAML what encoding/json reads from our JSON.
//
// usage: goyaml FOLDER (with nasty.yaml and nasty.json)
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"

	"gopkg.in/yaml.v3"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(folder, name string) []byte {
	text, err := os.ReadFile(filepath.Join(folder, name))
	check(err)
	return text
}

// differences names the places where two values are not the same in kind and content.
func differences(at string, wanted, found any) []string {
	switch w := wanted.(type) {
	case map[string]any:
		f, ok := found.(map[string]any)
		if !ok || len(f) != len(w) {
			return []string{fmt.Sprintf("%s: wanted %d keys, found %T with %d", at, len(w), found, len(f))}
		}
		var result []string
		for key, value := range w {
			result = append(result, differences(at+"."+fmt.Sprintf("%q", key), value, f[key])...)
		}
		return result
	case []any:
		f, ok := found.([]any)
		if !ok || len(f) != len(w) {
			return []string{fmt.Sprintf("%s: wanted %d items, found %T with %d", at, len(w), found, len(f))}
		}
		var result []string
		for i := range w {
			result = append(result, differences(fmt.Sprintf("%s[%d]", at, i), w[i], f[i])...)
		}
		return result
	}
	if !reflect.DeepEqual(wanted, found) {
		return []string{fmt.Sprintf("%s: wanted %T %q, found %T %q", at, wanted, wanted, found, found)}
	}
	return nil
}

func main() {
	var wanted, found any
	check(json.Unmarshal(read(os.Args[1], "nasty.json"), &wanted))
	check(yaml.Unmarshal(read(os.Args[1], "nasty.yaml"), &found))
	result := differences("$", wanted, found)
	for _, line := range result {
		fmt.Println(line)
	}
	if len(result) > 0 {
		os.Exit(1)
	}
}
