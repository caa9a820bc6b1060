"""chain_kfp.py N FILE: the chain of bench_chain.cpp, through KFP's SDK."""
import sys

from kfp import compiler, dsl


@dsl.container_component
def step(text: str, result: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="alpine", command=["sh", "-c", 'echo "$0" > "$1"'], args=[text, result])


@dsl.pipeline(name="chain")
def chain(text: str = "hello"):
    last = step(text=text)
    for _ in range(int(sys.argv[1]) - 1):
        last = step(text=last.outputs["result"])


compiler.Compiler().compile(chain, sys.argv[2])
