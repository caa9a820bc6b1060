package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each test breaks one thing in a spec that passes.
const goodSpec = `# PIPELINE DEFINITION
components:
  comp-branch:
    dag:
      outputs: {parameters: {said: {valueFromParameter: {outputParameterKey: said, producerSubtask: say}}}}
      tasks:
        say:
          componentRef: {name: comp-say}
          inputs: {parameters: {text: {runtimeValue: {constant: first}}}}
          taskInfo: {name: say}
    inputDefinitions: {parameters: {mode: {parameterType: STRING}, size: {parameterType: NUMBER_INTEGER}}}
    outputDefinitions: {parameters: {said: {parameterType: STRING}}}
  comp-branches:
    dag:
      outputs:
        parameters:
          either:
            valueFromOneof:
              parameterSelectors:
                - {outputParameterKey: said, producerSubtask: small}
                - {outputParameterKey: said, producerSubtask: large}
      tasks:
        small:
          componentRef: {name: comp-branch}
          inputs: {parameters: {mode: {componentInputParameter: mode}, size: {componentInputParameter: size}}}
          taskInfo: {name: small}
          triggerPolicy: {condition: "inputs.parameter_values['mode'] == 'small' && int(inputs.parameter_values['size']) < 100"}
        large:
          componentRef: {name: comp-branch}
          inputs: {parameters: {mode: {componentInputParameter: mode}, size: {componentInputParameter: size}}}
          taskInfo: {name: large}
          triggerPolicy: {condition: "!(inputs.parameter_values['mode'] == 'small' && int(inputs.parameter_values['size']) < 100)"}
    inputDefinitions: {parameters: {mode: {parameterType: STRING}, size: {parameterType: NUMBER_INTEGER}}}
    outputDefinitions: {parameters: {either: {parameterType: STRING}}}
  comp-say:
    executorLabel: exec-say
    inputDefinitions: {parameters: {text: {parameterType: STRING}}}
    outputDefinitions: {parameters: {said: {parameterType: STRING}}}
  comp-shout:
    executorLabel: exec-shout
    inputDefinitions: {parameters: {text: {parameterType: STRING}, times: {parameterType: NUMBER_INTEGER}}}
deploymentSpec:
  executors:
    exec-say: {container: {image: alpine, command: [say]}}
    exec-shout: {container: {image: alpine, command: [shout]}}
pipelineInfo: {name: talk}
root:
  dag:
    tasks:
      branches:
        componentRef: {name: comp-branches}
        inputs: {parameters: {mode: {componentInputParameter: mode}, size: {componentInputParameter: size}}}
        taskInfo: {name: branches}
      say:
        componentRef: {name: comp-say}
        inputs: {parameters: {text: {componentInputParameter: record, parameterExpressionSelector: "parseJson(string_value)[\"a\"][1][\"b\"]"}}}
        taskInfo: {name: say}
  inputDefinitions:
    parameters: {mode: {parameterType: STRING}, record: {parameterType: STRUCT}, size: {parameterType: NUMBER_INTEGER}}
schemaVersion: 2.1.0
sdkVersion: mlpipe-0.1.0
---
platforms: {kubernetes: {deploymentSpec: {executors: {exec-say: {imagePullPolicy: Always}}}}}
`

// testJudge needs what write_descriptors.py writes; without it nothing can be tested, and that is no success.
func testJudge(t *testing.T) *judge {
	t.Helper()
	descriptors := os.Getenv("MLPIPE_DESCRIPTORS")
	if descriptors == "" {
		t.Fatal("MLPIPE_DESCRIPTORS does not name what write_descriptors.py writes")
	}
	j, err := newJudge(descriptors)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func findingsIn(t *testing.T, text string) string {
	t.Helper()
	return fmt.Sprint(testJudge(t).check([]byte(text)))
}

func TestAGoodSpec(t *testing.T) {
	j := testJudge(t)
	if found := j.check([]byte(goodSpec)); len(found) != 0 {
		t.Fatal(found)
	}
	if j.specs != 1 || j.conditions != 2 || j.oneOfs != 1 || j.selectors != 1 {
		t.Errorf("%d specs, %d conditions, %d one-ofs, %d selectors", j.specs, j.conditions, j.oneOfs, j.selectors)
	}
}

func TestFaults(t *testing.T) {
	const large = `condition: "!(inputs.parameter_values['mode'] == 'small' && int(inputs.parameter_values['size']) < 100)"`
	for _, one := range []struct{ name, old, new, wanted string }{
		{"an unknown field", "sdkVersion:", "unknownField: 1\nsdkVersion:", `unknown field "unknownField"`},
		{"a number where a text stands", "image: alpine, command: [say]", "image: 1.10, command: [say]", "strict protojson of PipelineDeploymentConfig"},
		{"an unknown field of a container", "image: alpine, command: [say]", "image: alpine, comand: [say]", `unknown field "comand"`},
		{"a key that is no text", "pipelineInfo: {name: talk}", "pipelineInfo: {name: talk, 1: x}", "YAML: document 1"},
		{"a key that stands twice", "pipelineInfo: {name: talk}", "pipelineInfo: {name: talk, name: talk}", "already defined"},
		{"another schema version", "schemaVersion: 2.1.0", "schemaVersion: 2.0.0", "schema version: it is 2.0.0"},
		{"a name that is none", "{name: talk}", "{name: Talk it}", "pipeline name:"},
		{"no root", "root:\n  dag:", "root:\n  importerIsNone:", "strict protojson of PipelineSpec"},
		{"two pipelines", "---\nplatforms:", "---\nschemaVersion: 2.1.0\n---\nplatforms:", "one pipeline: the file holds more"},
		{"a platform that is dropped", "{kubernetes: {deploymentSpec", "{kubernete: {deploymentSpec", "platform: without platforms.kubernetes"},
		{"an unknown setting of Kubernetes", "imagePullPolicy", "imagePulPolicy", `executor exec-say: proto:`},
		{"two components of one container", "command: [shout]", "command: [say]", "container hash: comp-say and comp-shout"},
		{"a condition that is none", large, `condition: "!("`, "cel-go does not compile it"},
		{"a condition of another type", large, `condition: "int(inputs.parameter_values['size'])"`, "it is a int, not a bool"},
		{"a condition on what is not given", large, `condition: "inputs.parameter_values['other'] == 'x'"`, "the task has no input `other`"},
		{"a condition on a wrong type", large, `condition: "inputs.parameter_values['mode'] > 1"`, "with {"},
		{"an unknown field of the inputs", large, `condition: "inputs.values['mode'] == 'x'"`, "undefined field 'values'"},
		{"a condition that never holds", large, `condition: "inputs.parameter_values['mode'] == 'a' && inputs.parameter_values['mode'] == 'b'"`, neverTrue},
		{"a condition that always holds", large, `condition: "int(inputs.parameter_values['size']) * 0 == 0"`, neverFalse},
		{"alternatives that both run", large, `condition: "inputs.parameter_values['mode'] == 'small' || inputs.parameter_values['mode'] != 'small'"`,
			"these tasks run: [small, large]"},
		{"alternatives of which none runs", large, `condition: "inputs.parameter_values['mode'] == 'large'"`, "these tasks run: []"},
		{"an alternative without a condition", "triggerPolicy: {" + large + "}", "", "the task large has no condition"},
		{"a selector that is none", `[1][\"b\"]`, `[1][`, "cel-go does not compile it"},
		{"a selector of another value", `parseJson(string_value)[\"a\"][1][\"b\"]`, `'x' + string_value`, "not the part that it names"},
	} {
		t.Run(one.name, func(t *testing.T) {
			if strings.Count(goodSpec, one.old) != 1 {
				t.Fatalf("%q stands %d times in the spec", one.old, strings.Count(goodSpec, one.old))
			}
			if found := findingsIn(t, strings.Replace(goodSpec, one.old, one.new, 1)); !strings.Contains(found, one.wanted) {
				t.Errorf("wanted %q, found %s", one.wanted, found)
			}
		})
	}
}

func TestTextsThatReadersTakeDifferently(t *testing.T) {
	if found := findingsIn(t, "just text"); !strings.Contains(found, "strict protojson") {
		t.Error(found)
	}
	if found := findingsIn(t, ""); !strings.Contains(found, "holds no pipeline spec") {
		t.Error(found)
	}
	if found := findingsIn(t, "a: [1"); !strings.Contains(found, "YAML: document 1") {
		t.Error(found)
	}
	if found := findingsIn(t, goodSpec+"# "+strings.Repeat("x", largestFile)); !strings.Contains(found, "file size") {
		t.Error(found)
	}
}

// More inputs than can be tried in all combinations: the search still sees a condition both ways.
func TestConditionsOfManyInputs(t *testing.T) {
	j := testJudge(t)
	samples, names, text := map[string][]any{}, []string{}, "false"
	for index := range 20 {
		name := fmt.Sprintf("x%d", index)
		names = append(names, name)
		text += fmt.Sprintf(" || inputs.parameter_values['%s'] < 0.5 && inputs.parameter_values['x0'] > 0.0", name)
	}
	compiled, err := j.expressions.condition(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		samples[name] = samplesOf("NUMBER_DOUBLE", compiled.constants())
	}
	seen, tried := map[bool]bool{}, 0
	search(names, samples, func(values map[string]any) bool {
		truth, err := compiled.holds(values)
		if err != nil {
			t.Fatal(err)
		}
		seen[truth] = true
		tried++
		return len(seen) == 2
	})
	if len(seen) != 2 || tried > largestSearch {
		t.Errorf("seen %v after %d", seen, tried)
	}
}

func TestFiles(t *testing.T) {
	testJudge(t)
	descriptors := os.Getenv("MLPIPE_DESCRIPTORS")
	folder := t.TempDir()
	file := filepath.Join(folder, "good.yaml")
	if err := os.WriteFile(file, []byte(goodSpec), 0o644); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(folder, "bad.yaml")
	if err := os.WriteFile(bad, []byte(strings.Replace(goodSpec, "2.1.0", "2.0.0", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct {
		wanted    string
		arguments []string
	}{
		{"", []string{descriptors, file}},
		{"named above", []string{descriptors, file, bad}},
		{"no such file", []string{descriptors, filepath.Join(folder, "missing.yaml")}},
		{"no such file", []string{filepath.Join(folder, "missing.binpb"), file}},
		{"compile talk", []string{descriptors, "-program", "/bin/false", "talk"}},
		{"usage", []string{descriptors}},
	} {
		err := run(one.arguments)
		if (err == nil) != (one.wanted == "") || err != nil && !strings.Contains(err.Error(), one.wanted) {
			t.Errorf("%v: wanted %q, found %v", one.arguments, one.wanted, err)
		}
	}
}
