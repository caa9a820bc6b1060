package main

import (
	"fmt"
	"os"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"

	// Well-known messages are Go's own, so that the JSON and CEL libraries treat them as such.
	_ "google.golang.org/protobuf/types/known/anypb"
	_ "google.golang.org/protobuf/types/known/durationpb"
	_ "google.golang.org/protobuf/types/known/structpb"
)

// messages knows KFP's messages by name.
type messages struct {
	files *protoregistry.Files
	types *dynamicpb.Types
}

// readMessages reads the FileDescriptorSet that write_descriptors.py writes.
func readMessages(file string) (*messages, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var set descriptorpb.FileDescriptorSet
	if err := proto.Unmarshal(content, &set); err != nil {
		return nil, fmt.Errorf("%s is no FileDescriptorSet: %w", file, err)
	}
	files := new(protoregistry.Files)
	for _, declared := range set.File {
		// What Go's runtime has itself is taken from there: the same message must not exist twice.
		if known, err := protoregistry.GlobalFiles.FindFileByPath(declared.GetName()); err == nil {
			if err := files.RegisterFile(known); err != nil {
				return nil, err
			}
			continue
		}
		made, err := protodesc.NewFile(declared, files)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", declared.GetName(), err)
		}
		if err := files.RegisterFile(made); err != nil {
			return nil, err
		}
	}
	return &messages{files: files, types: dynamicpb.NewTypes(files)}, nil
}

// make gives an empty message of the name.
func (m *messages) make(name protoreflect.FullName) (*dynamicpb.Message, error) {
	found, err := m.files.FindDescriptorByName(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	descriptor, ok := found.(protoreflect.MessageDescriptor)
	if !ok {
		return nil, fmt.Errorf("%s is no message", name)
	}
	return dynamicpb.NewMessage(descriptor), nil
}
