package main

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/dynamicpb"
	"google.golang.org/protobuf/types/known/structpb"
)

// expressions evaluates CEL as KFP's driver declares it: the standard library, parseJson(), and a task's inputs and outputs.
type expressions struct {
	conditions *cel.Env
	selectors  *cel.Env
	inputs     protoreflect.MessageDescriptor
}

func newExpressions(m *messages) (*expressions, error) {
	parseJSON := cel.Function("parseJson", cel.Overload("parse_json_string", []*cel.Type{cel.StringType}, cel.DynType,
		cel.UnaryBinding(func(text ref.Val) ref.Val {
			var value structpb.Value
			if err := json.Unmarshal([]byte(text.Value().(string)), &value); err != nil {
				return types.NewErr("parseJson: %v", err)
			}
			return types.DefaultTypeAdapter.NativeToValue(&value)
		})))
	conditions, err := cel.NewEnv(parseJSON, cel.TypeDescs(m.files),
		cel.Variable("inputs", cel.ObjectType("ml_pipelines.ExecutorInput.Inputs")),
		cel.Variable("outputs", cel.ObjectType("ml_pipelines.ExecutorInput.Outputs")))
	if err != nil {
		return nil, err
	}
	selectors, err := cel.NewEnv(parseJSON,
		cel.Variable("null_value", cel.DynType), cel.Variable("number_value", cel.DoubleType), cel.Variable("string_value", cel.StringType),
		cel.Variable("bool_value", cel.BoolType), cel.Variable("struct_value", cel.DynType), cel.Variable("list_value", cel.DynType))
	if err != nil {
		return nil, err
	}
	message, err := m.make("ml_pipelines.ExecutorInput.Inputs")
	if err != nil {
		return nil, err
	}
	return &expressions{conditions, selectors, message.Descriptor()}, nil
}

// A condition is compiled once and evaluated with many inputs.
type condition struct {
	text    string
	ast     *cel.Ast
	program cel.Program
	inputs  protoreflect.MessageDescriptor
}

func compileIn(env *cel.Env, text string) (*cel.Ast, cel.Program, error) {
	ast, issues := env.Compile(text)
	if issues.Err() != nil {
		return nil, nil, issues.Err()
	}
	program, err := env.Program(ast)
	return ast, program, err
}

func (e *expressions) condition(text string) (*condition, error) {
	ast, program, err := compileIn(e.conditions, text)
	if err != nil {
		return nil, err
	}
	return &condition{text, ast, program, e.inputs}, nil
}

// holds evaluates the condition with the values of the task's inputs; an input that the condition reads and the task lacks is an error.
func (c *condition) holds(values map[string]any) (bool, error) {
	inputs := dynamicpb.NewMessage(c.inputs)
	parameters := inputs.Mutable(c.inputs.Fields().ByName("parameter_values")).Map()
	for name, value := range values {
		converted, err := structpb.NewValue(value)
		if err != nil {
			return false, err
		}
		parameters.Set(protoreflect.ValueOfString(name).MapKey(), protoreflect.ValueOfMessage(converted.ProtoReflect()))
	}
	result, _, err := c.program.Eval(map[string]any{"inputs": inputs, "outputs": types.NullValue})
	if err != nil {
		return false, err
	}
	truth, isBool := result.Value().(bool)
	if !isBool {
		return false, fmt.Errorf("it is a %s, not a bool", result.Type().TypeName())
	}
	return truth, nil
}

// selected evaluates a parameterExpressionSelector on a value; its JSON text is always there as string_value.
func (e *expressions) selected(text string, value any) (any, error) {
	_, program, err := compileIn(e.selectors, text)
	if err != nil {
		return nil, err
	}
	variables := map[string]any{"string_value": compact(value)}
	if plain, isText := value.(string); isText {
		variables["string_value"] = plain
	}
	result, _, err := program.Eval(variables)
	if err != nil {
		return nil, err
	}
	converted, err := result.ConvertToNative(reflect.TypeFor[*structpb.Value]())
	if err != nil {
		return nil, err
	}
	return converted.(*structpb.Value).AsInterface(), nil
}
