package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/dynamicpb"
	yaml3 "gopkg.in/yaml.v3"
	"sigs.k8s.io/yaml"
)

// A finding is one fault of a spec: the rule that it breaks, where, and what the library that found it said.
type finding struct {
	rule string
	text string
}

func (f finding) String() string { return f.rule + ": " + f.text }

// The file size that KFP's API server takes.
const largestFile = 32 << 20

// The names that KFP's API server takes at upload.
var pipelineName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,127}$`)

// documents are what one file holds, as messages and, for plain walks, as JSON values.
type documents struct {
	pipeline map[string]any
	platform map[string]any
}

// readDocuments reads a spec the way the API server does: each YAML document into JSON, the JSON strictly into KFP's message.
func readDocuments(content []byte, m *messages) (documents, []finding) {
	var result documents
	var findings []finding
	report := func(rule, format string, arguments ...any) {
		findings = append(findings, finding{rule, fmt.Sprintf(format, arguments...)})
	}
	if len(content) > largestFile {
		report("file size", "%d bytes are more than the %d that the API server takes", len(content), largestFile)
	}
	decoder := yaml3.NewDecoder(bytes.NewReader(content))
	for index := 1; ; index++ {
		var value any
		err := decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			report("YAML", "document %d: %v", index, err)
			break
		}
		text, err := documentJSON(value)
		if err != nil {
			report("YAML", "document %d: %v", index, err)
			continue
		}
		fields, _ := value.(map[string]any)
		if _, isPlatform := fields["platforms"]; isPlatform {
			findings = append(findings, readPlatform(text, m, &result)...)
		} else {
			findings = append(findings, readPipeline(text, m, &result)...)
		}
	}
	if result.pipeline == nil && len(findings) == 0 {
		report("one pipeline", "the file holds no pipeline spec")
	}
	return result, findings
}

// documentJSON gives the document as JSON, if both of the YAML readers that the API server sends it through agree on what it says.
func documentJSON(value any) ([]byte, error) {
	straight, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	again, err := yaml3.Marshal(value)
	if err != nil {
		return nil, err
	}
	converted, err := yaml.YAMLToJSONStrict(again)
	if err != nil {
		return nil, fmt.Errorf("sigs.k8s.io/yaml: %w", err)
	}
	var left, right any
	if err := json.Unmarshal(straight, &left); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(converted, &right); err != nil {
		return nil, err
	}
	if leftText, rightText := compact(left), compact(right); leftText != rightText {
		return nil, fmt.Errorf("yaml.v3 and sigs.k8s.io/yaml read it differently, from %s", firstDifference(leftText, rightText))
	}
	return converted, nil
}

func readPipeline(text []byte, m *messages, result *documents) []finding {
	if result.pipeline != nil {
		return []finding{{"one pipeline", "the file holds more than one pipeline spec"}}
	}
	fields, problem := strictly(text, "ml_pipelines.PipelineSpec", m)
	if problem != nil {
		return []finding{{"strict protojson of PipelineSpec", problem.Error()}}
	}
	result.pipeline = fields
	var findings []finding
	if version := fields["schemaVersion"]; version != "2.1.0" {
		findings = append(findings, finding{"schema version", fmt.Sprintf("it is %v, and the API server takes 2.1.0 alone", version)})
	}
	if name, _ := at(fields, "pipelineInfo", "name").(string); !pipelineName.MatchString(name) {
		findings = append(findings, finding{"pipeline name", fmt.Sprintf("%q does not match %s", name, pipelineName)})
	}
	if at(fields, "root", "dag") == nil {
		findings = append(findings, finding{"root", "the spec has no root DAG"})
	}
	// To the spec this is any object; the backend reads it as a message of its own, and what it does not know there is lost in silence.
	deployment, err := json.Marshal(fields["deploymentSpec"])
	if err == nil {
		_, err = strictly(deployment, "ml_pipelines.PipelineDeploymentConfig", m)
	}
	if err != nil {
		findings = append(findings, finding{"strict protojson of PipelineDeploymentConfig", err.Error()})
	}
	return findings
}

func readPlatform(text []byte, m *messages, result *documents) []finding {
	if result.platform != nil {
		return []finding{{"one platform", "the file holds more than one platform spec"}}
	}
	fields, problem := strictly(text, "ml_pipelines.PlatformSpec", m)
	if problem != nil {
		return []finding{{"strict protojson of PlatformSpec", problem.Error()}}
	}
	result.platform = fields
	kubernetes, ok := at(fields, "platforms", "kubernetes").(map[string]any)
	if !ok {
		return []finding{{"platform", "without platforms.kubernetes the API server drops the document in silence"}}
	}
	var findings []finding
	executors, _ := at(kubernetes, "deploymentSpec", "executors").(map[string]any)
	for _, label := range sortedKeys(executors) {
		config, err := json.Marshal(executors[label])
		if err == nil {
			_, err = strictly(config, "kfp_kubernetes.KubernetesExecutorConfig", m)
		}
		if err != nil {
			findings = append(findings, finding{"strict protojson of KubernetesExecutorConfig", fmt.Sprintf("executor %s: %v", label, err)})
		}
	}
	return findings
}

// strictly reads JSON into a message, where an unknown field or a value of another kind is an error, and gives it back as JSON.
func strictly(text []byte, name string, m *messages) (map[string]any, error) {
	message, err := m.make(protoName(name))
	if err != nil {
		return nil, err
	}
	if err := (protojson.UnmarshalOptions{Resolver: m.types}).Unmarshal(text, message); err != nil {
		return nil, err
	}
	return plain(message)
}

func plain(message *dynamicpb.Message) (map[string]any, error) {
	text, err := protojson.Marshal(proto.Message(message))
	if err != nil {
		return nil, err
	}
	var fields map[string]any
	err = json.Unmarshal(text, &fields)
	return fields, err
}
