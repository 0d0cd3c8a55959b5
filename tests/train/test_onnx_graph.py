from pathlib import Path

import onnx
from onnx import TensorProto, helper

from mokpyo.train.onnx_graph import strip_traces


def test_a_graph_tells_nothing_of_the_machine_that_wrote_it(tmp_path: Path) -> None:
    shape = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    node = helper.make_node("Identity", ["x"], ["y"], doc_string="File /home/someone/train.py")
    entry = node.metadata_props.add()
    entry.key, entry.value = "pkg.torch.onnx.stack_trace", "File /home/someone/train.py"
    graph = helper.make_graph([node], "g", [shape], [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])])
    path = tmp_path / "model.onnx"
    onnx.save(helper.make_model(graph), path)
    assert b"/home/someone" in path.read_bytes()
    strip_traces(path)
    assert b"/home/someone" not in path.read_bytes()
    assert ["Identity"] == [kept.op_type for kept in onnx.load(path).graph.node]
