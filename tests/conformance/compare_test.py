"""compare.py forgives what it should and nothing else: each seeded difference is found, at its place."""

import contextlib
import copy
import io
import pathlib
import tempfile
import unittest

import compare
import specs
import yaml


def component(label):
    return {"executorLabel": label, "inputDefinitions": {"parameters": {"x": {"parameterType": "STRING"}}},
            "outputDefinitions": {"parameters": {"y": {"parameterType": "STRING"}}}}


def container(image="alpine"):
    return {"container": {"image": image, "command": ["echo"], "args": ["{{$.inputs.parameters['x']}}"]}}


def task(name, component_name, source, depends=()):
    return {"componentRef": {"name": component_name}, "taskInfo": {"name": name}, "cachingOptions": {"enableCache": True},
            "inputs": {"parameters": {"x": source}}, **({"dependentTasks": list(depends)} if depends else {})}


def constant(value):
    return {"runtimeValue": {"constant": value}}


def output_of(name):
    return {"taskOutputParameter": {"producerTask": name, "outputParameterKey": "y"}}


def pipeline():
    """A chain as KFP's SDK writes it: a component and an executor for each task."""
    return {
        "schemaVersion": "2.1.0", "sdkVersion": "kfp-2.17.0", "pipelineInfo": {"name": "p"},
        "components": {"comp-say": component("exec-say"), "comp-say-2": component("exec-say-2"), "comp-group": {
            "dag": {"tasks": {"inner": task("inner", "comp-inner", {"componentInputParameter": "x"})}},
            "inputDefinitions": {"parameters": {"x": {"parameterType": "STRING"}}}}, "comp-inner": component("exec-inner")},
        "deploymentSpec": {"executors": {"exec-say": container(), "exec-say-2": container(), "exec-inner": container()}},
        "root": {"dag": {"tasks": {
            "say": task("say", "comp-say", constant("a")),
            "say-2": task("say-2", "comp-say-2", output_of("say"), ["say"]),
            "group": task("group", "comp-group", output_of("say-2"), ["say", "say-2"]),
        }}},
    }


def shared():
    """The same with one component and one executor for all three, under other names."""
    document = pipeline()
    document["components"] = {"comp-one": component("exec-one"), "comp-dag": document["components"]["comp-group"]}
    document["deploymentSpec"]["executors"] = {"exec-one": container()}
    tasks = document["root"]["dag"]["tasks"]
    tasks["say"]["componentRef"]["name"] = tasks["say-2"]["componentRef"]["name"] = "comp-one"
    tasks["group"]["componentRef"]["name"] = "comp-dag"
    document["components"]["comp-dag"]["dag"]["tasks"]["inner"]["componentRef"]["name"] = "comp-one"
    return document


def canonical(document, platform=None, header=""):
    text = header + yaml.safe_dump(document) + ("---\n" + yaml.safe_dump(platform) if platform else "")
    return compare.canonical(specs.parse(text))


def platform_document(label, timeout="20"):
    return {"platforms": {"kubernetes": {"deploymentSpec": {"executors": {label: {"activeDeadlineSeconds": timeout}}}}}}


class ForgivesTest(unittest.TestCase):

    def assert_equal(self, ours, kfps):
        verdict = compare.compare(ours, kfps)
        self.assertTrue(verdict.equal, str(verdict))

    def test_names_and_sharing(self):
        self.assert_equal(canonical(shared()), canonical(pipeline()))

    def test_map_order(self):
        text = yaml.safe_dump(pipeline(), sort_keys=False)
        turned = yaml.safe_dump(dict(reversed(pipeline().items())), sort_keys=False)
        self.assertNotEqual(text, turned)
        self.assert_equal(compare.canonical(specs.parse(text)), compare.canonical(specs.parse(turned)))

    def test_map_order_in_structured_placeholders(self):
        ours, kfps = pipeline(), pipeline()
        for document, word in ((ours, '{"IfPresent": {"Then": ["a"], "InputName": "x"}}'), (kfps, '{"IfPresent": {"InputName": "x", "Then": ["a"]}}')):
            document["deploymentSpec"]["executors"]["exec-say"]["container"]["args"] = [word, '{"IfPresent": no JSON', '{"b": 1, "a": 2}']
        self.assert_equal(canonical(ours), canonical(kfps))

    def test_zero_values(self):
        ours = pipeline()
        ours["root"]["dag"]["tasks"]["say"]["retryPolicy"] = {"maxRetryCount": 0}
        ours["components"]["comp-say"]["inputDefinitions"]["parameters"]["x"].update(isOptional=False, description="")
        kfps = pipeline()
        kfps["root"]["dag"]["tasks"]["say"]["retryPolicy"] = {}
        self.assert_equal(canonical(ours), canonical(kfps))

    def test_dependent_tasks_as_a_set_with_the_data_edges(self):
        ours = pipeline()
        del ours["root"]["dag"]["tasks"]["say-2"]["dependentTasks"]
        ours["root"]["dag"]["tasks"]["group"]["dependentTasks"] = ["say-2", "say"]
        self.assert_equal(canonical(ours), canonical(pipeline()))

    def test_the_version_of_the_sdk(self):
        self.assert_equal(canonical(pipeline() | {"sdkVersion": "mlpipe"}), canonical(pipeline()))

    def test_labels_of_the_platform_document(self):
        kfps = pipeline()
        ours = copy.deepcopy(kfps)
        ours["components"]["comp-say"]["executorLabel"] = "exec-renamed"
        ours["deploymentSpec"]["executors"]["exec-renamed"] = ours["deploymentSpec"]["executors"].pop("exec-say")
        self.assert_equal(canonical(ours, platform_document("exec-renamed")), canonical(kfps, platform_document("exec-say")))


class FindsTest(unittest.TestCase):

    def found(self, change, ours_platform=None, kfps_platform=None, header=""):
        ours = pipeline()
        change(ours)
        verdict = compare.compare(canonical(ours, ours_platform, header), canonical(pipeline(), kfps_platform))
        return {found.path: (found.ours, found.kfps) for found in verdict.unmeant}

    def test_a_constant(self):
        def change(ours):
            ours["root"]["dag"]["tasks"]["say"]["inputs"]["parameters"]["x"] = constant("b")
        self.assertEqual(self.found(change), {"/root/dag/tasks/say/inputs/parameters/x/runtimeValue/constant": ("b", "a")})

    def test_a_constant_of_another_kind(self):
        def change(ours):
            ours["root"]["dag"]["tasks"]["say"]["inputs"]["parameters"]["x"] = constant(True)
        self.assertEqual(list(self.found(change)), ["/root/dag/tasks/say/inputs/parameters/x/runtimeValue/constant"])
        self.assertEqual(len(compare.differences({"a": True}, {"a": 1})), 1)
        self.assertEqual(compare.differences({"a": 1}, {"a": 1.0}), [])

    def test_an_executor_deep_inside(self):
        def change(ours):
            ours["deploymentSpec"]["executors"]["exec-inner"] = container("debian")
        self.assertEqual(self.found(change), {
            "/root/dag/tasks/group/component/dag/tasks/inner/component/executor/container/image": ("debian", "alpine")})

    def test_two_tasks_that_swap_executors(self):
        def change(ours):
            ours["deploymentSpec"]["executors"]["exec-say-2"] = container("debian")
        self.assertEqual(list(self.found(change)), ["/root/dag/tasks/say-2/component/executor/container/image"])

    def test_task_names(self):
        def change(ours):
            ours["root"]["dag"]["tasks"]["say-3"] = ours["root"]["dag"]["tasks"].pop("group")
        found = self.found(change)
        self.assertEqual(sorted(found), ["/root/dag/tasks/group", "/root/dag/tasks/say-3"])
        self.assertIs(found["/root/dag/tasks/group"][0], compare.ABSENT)
        self.assertIs(found["/root/dag/tasks/say-3"][1], compare.ABSENT)

    def test_a_dependency_without_data(self):
        def change(ours):
            ours["root"]["dag"]["tasks"]["group"]["dependentTasks"] = ["say-2"]
        # The set is written as a sorted list: ["say-2"] beside ["say", "say-2"].
        self.assertEqual(set(self.found(change)), {"/root/dag/tasks/group/dependentTasks/0", "/root/dag/tasks/group/dependentTasks/1"})

    def test_caching_turned_off(self):
        def change(ours):
            ours["root"]["dag"]["tasks"]["say"]["cachingOptions"] = {}
        self.assertEqual(self.found(change), {"/root/dag/tasks/say/cachingOptions/enableCache": (compare.ABSENT, True)})

    def test_what_is_there_although_empty(self):
        def change(ours):
            del ours["root"]["dag"]["tasks"]["say"]["cachingOptions"]
        self.assertEqual(list(self.found(change)), ["/root/dag/tasks/say/cachingOptions"])

    def test_list_order_and_length(self):
        def swap(ours):
            ours["deploymentSpec"]["executors"]["exec-say"]["container"]["args"] = ["a", "b"]
        self.assertEqual(set(self.found(swap)), {
            "/root/dag/tasks/say/component/executor/container/args/0", "/root/dag/tasks/say/component/executor/container/args/1"})

    def test_a_structured_placeholder(self):
        def change(ours):
            ours["deploymentSpec"]["executors"]["exec-say"]["container"]["args"] = ['{"IfPresent": {"InputName": "x", "Then": ["a"]}}']
        found = self.found(change)
        self.assertEqual(list(found), ["/root/dag/tasks/say/component/executor/container/args/0"])
        self.assertEqual(found["/root/dag/tasks/say/component/executor/container/args/0"][0], {"IfPresent": {"InputName": "x", "Then": ["a"]}})

    def test_an_interface(self):
        def change(ours):
            ours["components"]["comp-say"]["inputDefinitions"]["parameters"]["x"]["isOptional"] = True
        self.assertEqual(self.found(change), {"/root/dag/tasks/say/component/inputDefinitions/parameters/x/isOptional": (True, compare.ABSENT)})

    def test_the_platform_document(self):
        nothing = lambda ours: None
        self.assertEqual(list(self.found(nothing, platform_document("exec-say", "20"), platform_document("exec-say", "30"))), [
            "/root/dag/tasks/say/component/executor/platforms/kubernetes/activeDeadlineSeconds"])
        self.assertEqual(list(self.found(nothing, platform_document("exec-say"))), ["/root/dag/tasks/say/component/executor/platforms"])
        self.assertEqual(list(self.found(nothing, {"platforms": {"kubernetes": {"pipelineConfig": {"workspace": {"size": "5Gi"}}}}})), ["/platforms"])

    def test_unused_components_and_executors(self):
        def change(ours):
            ours["components"]["comp-left-over"] = component("exec-say")
            ours["deploymentSpec"]["executors"]["exec-left-over"] = container()
        self.assertEqual(self.found(change), {
            "/unused": ({"components": ["comp-left-over"], "executors": ["exec-left-over"]}, compare.ABSENT)})
        # A platform entry for an executor that is not there configures nothing.
        self.assertEqual(list(self.found(lambda ours: None, platform_document("exec-typo"))), ["/unused"])

    def test_the_header(self):
        self.assertEqual(list(self.found(lambda ours: None, header="# PIPELINE DEFINITION\n")), ["/header/line 01"])

    def test_dangling_references(self):
        def without_component(ours):
            del ours["components"]["comp-say"]
        def without_executor(ours):
            del ours["deploymentSpec"]["executors"]["exec-say"]
        for change, message in ((without_component, "no component is called `comp-say`"), (without_executor, "no executor is called `exec-say`")):
            with self.assertRaisesRegex(specs.SpecError, message):
                self.found(change)

    def test_components_that_contain_each_other(self):
        def change(ours):
            ours["components"]["comp-group"]["dag"]["tasks"]["inner"]["componentRef"]["name"] = "comp-group"
        with self.assertRaisesRegex(specs.SpecError, "comp-group -> comp-group"):
            self.found(change)


class MeantTest(unittest.TestCase):

    def setUp(self):
        ours = pipeline()
        ours["root"]["dag"]["tasks"]["say"]["inputs"]["parameters"]["x"] = constant("b")
        self.ours, self.kfps = canonical(ours), canonical(pipeline())

    def verdict(self, *meant):
        return compare.compare(self.ours, self.kfps, list(meant))

    def test_a_listed_difference_passes(self):
        for path in ("/root/dag/tasks/say/inputs/parameters/x/runtimeValue/constant", "/root/dag/tasks/*/inputs/**", "/**/constant", "/**"):
            with self.subTest(path):
                verdict = self.verdict(compare.Difference(path, "ours is better"))
                self.assertTrue(verdict.equal, str(verdict))
                self.assertIn("ours is better", str(verdict))

    def test_a_pattern_that_does_not_reach_it(self):
        for path in ("/root/dag/tasks/say", "/root/dag/*/constant", "/root/**/value", "constant", "/root/dag/tasks/say-2/**"):
            with self.subTest(path):
                verdict = self.verdict(compare.Difference(path, "elsewhere"))
                self.assertEqual((len(verdict.unmeant), len(verdict.stale)), (1, 1))
                self.assertIn("stale", str(verdict))

    def test_the_values_count_where_they_are_stated(self):
        self.assertTrue(self.verdict(compare.Difference("/**/constant", "why", ours="b", kfps="a")).equal)
        self.assertFalse(self.verdict(compare.Difference("/**/constant", "why", ours="c")).equal)
        self.assertFalse(self.verdict(compare.Difference("/**/constant", "why", kfps=compare.ABSENT)).equal)

    def test_a_stale_entry_fails(self):
        verdict = compare.compare(self.kfps, self.kfps, [compare.Difference("/**", "once there was one")])
        self.assertFalse(verdict.equal)
        self.assertEqual(len(verdict.stale), 1)

    def test_the_report_names_path_and_both_sides(self):
        self.assertEqual(
            str(self.verdict()),
            "differs: /root/dag/tasks/say/inputs/parameters/x/runtimeValue/constant\n    ours:  'b'\n    KFP's: 'a'")


class CommandTest(unittest.TestCase):

    def test_exit_codes(self):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(output):
            left, right, other = (pathlib.Path(folder, name) for name in ("left.yaml", "right.yaml", "other.yaml"))
            left.write_text(yaml.safe_dump(shared()), encoding="utf-8")
            right.write_text(yaml.safe_dump(pipeline()), encoding="utf-8")
            other.write_text(yaml.safe_dump(pipeline() | {"pipelineInfo": {"name": "q"}}), encoding="utf-8")
            self.assertEqual(compare.main([str(left), str(right)]), 0)
            self.assertEqual(compare.main([str(left), str(other)]), 1)
            self.assertEqual(compare.main([str(left), str(left.with_name("missing"))]), 1)
            self.assertEqual(compare.main([str(left)]), 2)
        self.assertIn("/pipelineInfo/name", output.getvalue())


if __name__ == "__main__":
    unittest.main()
