package main

import "fmt"

// checkContainers: KFP stores a component of a container under a hash of the container alone, and the first writer wins. Two components with the
// same container must therefore be the same, or one of them runs with the other's inputs and outputs.
func checkContainers(pipeline map[string]any) []finding {
	var findings []finding
	executors := fieldsAt(pipeline, "deploymentSpec", "executors")
	components := fieldsAt(pipeline, "components")
	first := map[string]string{}
	for _, name := range sortedKeys(components) {
		container, isContainer := at(executors[textAt(components[name], "executorLabel")], "container").(map[string]any)
		if !isContainer {
			continue
		}
		key := compact(container)
		other, seen := first[key]
		if !seen {
			first[key] = name
		} else if left, right := interfaceOf(components[other]), interfaceOf(components[name]); left != right {
			findings = append(findings, finding{"container hash",
				fmt.Sprintf("%s and %s have the same container and are not equal, from %s", other, name, firstDifference(left, right))})
		}
	}
	return findings
}

// interfaceOf gives all of a component but the link to its executor, which the driver does not look at.
func interfaceOf(component any) string {
	result := map[string]any{}
	for key, value := range fieldsAt(component) {
		if key != "executorLabel" {
			result[key] = value
		}
	}
	return compact(result)
}
