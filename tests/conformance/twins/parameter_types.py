"""Every type of parameter, required, with a default, and optional; fed by constants, by pipeline inputs, and left out."""

from typing import Dict, List, Optional

from kfp import dsl


@dsl.container_component
def consume(
    integer: int,
    number: float,
    text: str,
    flag: bool,
    names: List[str],
    table: Dict[str, int],
    integer_default: int = 3,
    number_default: float = 0.25,
    text_default: str = "it's \"quoted\"",
    flag_default: bool = False,
    names_default: List[str] = ["a", "b"],
    table_default: Dict[str, int] = {"one": 1, "two": 2},
    integer_optional: Optional[int] = None,
    text_optional: Optional[str] = None,
):
    return dsl.ContainerSpec(
        image="acme/consume:1.0",
        command=["consume"],
        args=[integer, number, text, flag, names, table, integer_default, number_default, text_default, flag_default, names_default, table_default])


@dsl.pipeline(name="parameter-types")
def pipeline(
    integer: int,
    number: float,
    text: str,
    flag: bool,
    names: List[str],
    table: Dict[str, int],
    integer_default: int = -7,
    number_default: float = 1e-07,
    text_default: str = "",
    flag_default: bool = True,
    names_default: List[str] = [],
    table_default: Dict[str, int] = {},
    integer_optional: Optional[int] = None,
):
    consume(
        integer=integer,
        number=number,
        text=text,
        flag=flag,
        names=names,
        table=table,
        integer_default=integer_default,
        number_default=number_default,
        text_default=text_default,
        flag_default=flag_default,
        names_default=names_default,
        table_default=table_default,
        integer_optional=integer_optional,
        text_optional="given")
    consume(
        integer=10_000_000_000_000_000,
        number=1.5,
        text="yes",
        flag=True,
        names=["1.10", "12:30", "~"],
        table={"2024-01-01": 1, "null": 0},
        integer_default=0,
        number_default=2.0,
        text_default="1e3",
        flag_default=False,
        names_default=["only"],
        table_default={"k": -1},
        integer_optional=5,
        text_optional="line one\nline two\ttabbed")
