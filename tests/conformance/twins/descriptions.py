"""Documentation of pipelines and of inputs and outputs, and a display name."""

from kfp import dsl


@dsl.container_component
def train(rows: dsl.Input[dsl.Dataset], model: dsl.Output[dsl.Model], loss: dsl.OutputPath(float), epochs: int = 3):
    """Trains a model.

    Args:
        rows: Training split, one row per example
        epochs: How often every row is seen

    Returns:
        model: The trained weights
        loss: Mean loss of the last epoch
    """
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rows.path, epochs, model.path, loss])


@dsl.pipeline(
    name="descriptions", description="Trains one model: \"the\" model.\nSays what it cost; see Gödel, 1931.", display_name="Everything documented")
def pipeline(rows: dsl.Input[dsl.Dataset], epochs: int = 10) -> dsl.Model:
    """Anything.

    Args:
        rows: Where the rows are: a dataset
        epochs: How long to train # not too long

    Returns:
        Output: The model that came out
    """
    return train(rows=rows, epochs=epochs).outputs["model"]
