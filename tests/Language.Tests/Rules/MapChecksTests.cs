using StateMachineGen.Language.Rules;

namespace StateMachineGen.Language.Tests.Rules;

public class MapChecksTests
{
    private const string Scope = """ "StartAt": "I", "States": { "I": { "Type": "Succeed" } } """;
    private const string Inline = "\"ItemProcessor\": {" + Scope + "}";
    private const string Distributed = "\"ItemProcessor\": { \"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" }," + Scope + "}";
    private const string Get = "\"Resource\": \"arn:aws:states:::s3:getObject\"";

    [Theory]
    [InlineData("\"Comment\": \"c\"", "SMG1030 /States/M → \"M\"")]
    [InlineData("\"Iterator\": {" + Scope + "}, " + Inline, "SMG1033 /States/M/ItemProcessor → \"ItemProcessor\"")]
    [InlineData("\"ItemProcessor\": 1", "SMG1031 /States/M/ItemProcessor → 1")]
    [InlineData(Inline + ", \"ItemSelector\": {}, \"Parameters\": {}", "SMG1033 /States/M/Parameters → \"Parameters\"")]
    [InlineData(Inline + ", \"ItemSelector\": 1", "SMG1037 /States/M/ItemSelector → 1")]
    [InlineData(Inline + ", \"MaxConcurrency\": -1", "SMG6001 /States/M/MaxConcurrency → -1")]
    [InlineData(Inline + ", \"MaxConcurrency\": 1.5", "SMG6001 /States/M/MaxConcurrency → 1.5")]
    [InlineData(Inline + ", \"MaxConcurrency\": 0", null)]
    [InlineData(Inline + ", \"MaxConcurrency\": 1, \"MaxConcurrencyPath\": \"$.m\"", "SMG1033 /States/M/MaxConcurrencyPath → \"MaxConcurrencyPath\"")]
    public void A_map_has_an_item_processor_and_limits(string fields, string? finding) => Check(fields, finding);

    [Theory]
    [InlineData("\"ToleratedFailureCount\": -1", "SMG6001 /States/M/ToleratedFailureCount → -1")]
    [InlineData("\"ToleratedFailureCount\": 1, \"ToleratedFailureCountPath\": \"$.c\"", "SMG1033 /States/M/ToleratedFailureCountPath → \"ToleratedFailureCountPath\"")]
    [InlineData("\"ToleratedFailurePercentage\": 100.5", "SMG6001 /States/M/ToleratedFailurePercentage → 100.5")]
    [InlineData("\"ToleratedFailurePercentage\": 2.5, \"ToleratedFailureCount\": 3", null)]
    [InlineData("\"ItemReader\": [ ]", "SMG1031 /States/M/ItemReader → [ ]")]
    [InlineData("\"ItemReader\": { \"Parameters\": {} }", "SMG1030 /States/M/ItemReader → \"ItemReader\"")]
    [InlineData("\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:putObject\" }", "SMG1032 /States/M/ItemReader/Resource → \"arn:aws:states:::s3:putObject\"")]
    [InlineData("\"ItemReader\": { \"Resource\": \"arn:${Partition}:states:::s3:getObject\" }", null)]
    [InlineData("\"ItemReader\": { \"Resource\": \"arn:aws-cn:states:::s3:listObjectsV2\", \"ReaderConfig\": { \"Transformation\": \"LOAD_AND_FLATTEN\", \"InputType\": \"PARQUET\" } }", null)]
    [InlineData("\"ItemReader\": { " + Get + ", \"Arguments\": {} }", "SMG1013 /States/M/ItemReader/Arguments → \"Arguments\"")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"InputType\": \"XML\" } }", "SMG1032 /States/M/ItemReader/ReaderConfig/InputType → \"XML\"")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"InputType\": \"CSV\" } }", "SMG1030 /States/M/ItemReader/ReaderConfig → \"ReaderConfig\"")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\" } }", "SMG1030 /States/M/ItemReader/ReaderConfig → \"ReaderConfig\"")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"CSVHeaderLocation\": \"GIVEN\", \"CSVHeaders\": [ \"a\", 1 ] } }", "SMG1031 /States/M/ItemReader/ReaderConfig/CSVHeaders[1] → 1")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"MaxItems\": -1 } }", "SMG6001 /States/M/ItemReader/ReaderConfig/MaxItems → -1")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"MaxItems\": 100000001 } }", "SMG6001 /States/M/ItemReader/ReaderConfig/MaxItems → 100000001")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"MaxItems\": 100000000 } }", null)]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"MaxItemsPath\": \"$.m\", \"MaxItems\": 1 } }", "SMG1033 /States/M/ItemReader/ReaderConfig/MaxItems → \"MaxItems\"")]
    [InlineData("\"ItemBatcher\": { \"BatchInput\": {} }", "SMG1030 /States/M/ItemBatcher → \"ItemBatcher\"")]
    [InlineData("\"ItemBatcher\": { \"MaxItemsPerBatch\": 1, \"MaxInputBytesPerBatch\": 262144 }", null)]
    [InlineData("\"ItemBatcher\": { \"MaxInputBytesPerBatch\": 262145 }", "SMG6001 /States/M/ItemBatcher/MaxInputBytesPerBatch → 262145")]
    [InlineData("\"ItemBatcher\": { \"MaxItemsPerBatch\": 1, \"MaxItemsPerBatchPath\": \"$.m\" }", "SMG1033 /States/M/ItemBatcher/MaxItemsPerBatchPath → \"MaxItemsPerBatchPath\"")]
    [InlineData("\"ResultWriter\": { \"WriterConfig\": { \"OutputType\": \"JSONL\" } }", null)]
    [InlineData("\"ResultWriter\": { \"WriterConfig\": { \"OutputType\": \"CSV\" } }", "SMG1032 /States/M/ResultWriter/WriterConfig/OutputType → \"CSV\"")]
    [InlineData("\"ResultWriter\": { \"WriterConfig\": { \"Transformation\": \"NONE\" } }", "SMG1030 /States/M/ResultWriter/WriterConfig → \"WriterConfig\"")]
    public void A_distributed_map_says_what_it_reads_groups_and_writes(string fields, string? finding) => Check(Distributed + ", " + fields, finding);

    [Theory]
    [InlineData("\"Mode\": \"DISTRIBUTED\"", "SMG1030 /States/M/ItemProcessor/ProcessorConfig → \"ProcessorConfig\"")]
    [InlineData("\"Mode\": \"inline\"", "SMG1032 /States/M/ItemProcessor/ProcessorConfig/Mode → \"inline\"")]
    [InlineData("\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"FAST\"", "SMG1032 /States/M/ItemProcessor/ProcessorConfig/ExecutionType → \"FAST\"")]
    [InlineData("\"Mode\": \"${Mode}\"", null)]
    public void A_processor_has_a_mode(string config, string? finding) =>
        Check("\"ItemProcessor\": { \"ProcessorConfig\": { " + config + " }," + Scope + "}", finding);

    [Fact]
    public void Paths_to_limits_do_not_exist_under_JSONata() =>
        Check("\"QueryLanguage\": \"JSONata\", \"ItemBatcher\": { \"MaxItemsPerBatchPath\": \"$.m\" }, " + Distributed, "SMG1013 /States/M/ItemBatcher/MaxItemsPerBatchPath → \"MaxItemsPerBatchPath\"");

    [Fact]
    public void Under_JSONata_limits_take_expressions() =>
        Check("\"QueryLanguage\": \"JSONata\", \"ItemSelector\": \"{% $states.input.i %}\", \"MaxConcurrency\": \"{% 1 %}\", \"ItemBatcher\": { \"MaxItemsPerBatch\": \"{% 1 %}\", \"BatchInput\": 1 }, " + Distributed, null);

    [Theory]
    [InlineData("a b", "holds a blank")]
    [InlineData("", "is empty")]
    [InlineData("a:b", "holds ':'")]
    [InlineData("a\u007fb", "holds the character U+007F")]
    [InlineData("12345678901234567890123456789012345678901", "has 41 characters, at most 40 are allowed")]
    public void A_label_is_one_that_AWS_accepts(string label, string fault)
    {
        string text = $$"""{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "{{label}}", {{Distributed}}, "End": true } } }""";

        Findings.Check(text).ShouldBe([$"SMG1039 /States/M/Label → \"{label}\""]);
        Findings.Find(text)[0].Message.ShouldBe($"The label '{label}' {fault}");
    }

    [Fact]
    public void Labels_are_unique_in_the_whole_machine()
    {
        const string inner = "\"ItemProcessor\": { \"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" }, \"StartAt\": \"N\", \"States\": { \"N\": { \"Type\": \"Map\", \"Label\": \"L\", " + Distributed + ", \"End\": true } } }";

        Findings.Check($$"""{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "L", {{inner}}, "End": true } } }""")
            .ShouldBe(["SMG1040 /States/M/ItemProcessor/States/N/Label → \"L\""]);
    }

    [Theory]
    [InlineData("\"Label\": \"L\", \"ToleratedFailureCount\": 1, " + Inline, "SMG1041 /States/M/Label → \"Label\"")]
    [InlineData("\"ItemProcessor\": { \"ProcessorConfig\": { \"Mode\": \"INLINE\", \"ExecutionType\": \"EXPRESS\" }," + Scope + "}", "SMG1043 /States/M/ItemProcessor/ProcessorConfig/ExecutionType → \"ExecutionType\"")]
    [InlineData("\"ItemProcessor\": { \"ProcessorConfig\": { \"Mode\": \"${Mode}\", \"ExecutionType\": \"EXPRESS\" }," + Scope + "}, \"Label\": \"L\"", null)]
    [InlineData("\"ResultWriter\": { \"Parameters\": { \"Bucket\": \"b\" } }, " + Distributed, "SMG1044 /States/M/ResultWriter → \"ResultWriter\"")]
    [InlineData("\"ResultWriter\": {}, " + Distributed, "SMG1044 /States/M/ResultWriter → \"ResultWriter\"")]
    [InlineData("\"ItemsPath\": \"$.a\", \"ItemReader\": { " + Get + " }, " + Distributed, "SMG1045 /States/M/ItemsPath → \"ItemsPath\"")]
    [InlineData("\"ItemReader\": { " + Get + ", \"ReaderConfig\": { \"MaxItems\": 0 } }, " + Distributed, "SMG6011 /States/M/ItemReader/ReaderConfig/MaxItems → 0")]
    [InlineData("\"ItemBatcher\": { \"MaxItemsPerBatch\": 0 }, " + Distributed, "SMG6011 /States/M/ItemBatcher/MaxItemsPerBatch → 0")]
    [InlineData("\"MaxConcurrency\": 41, " + Inline, "SMG6014 /States/M/MaxConcurrency → 41")]
    [InlineData("\"MaxConcurrency\": 40, " + Inline, null)]
    [InlineData("\"MaxConcurrency\": 1000, " + Distributed, null)]
    public void The_fields_of_a_map_go_with_how_it_runs(string fields, string? finding) => Check(fields, finding);

    [Fact]
    public void Old_names_of_fields_are_deprecated() =>
        Findings.Advise(NumberRules.Deprecated, $$"""{ "StartAt": "M", "States": { "M": { "Type": "Map", "Iterator": { {{Scope}} }, "Parameters": {}, "End": true } } }""")
            .ShouldBe(["SMG6016 /States/M/Iterator → \"Iterator\"", "SMG6016 /States/M/Parameters → \"Parameters\""]);

    private static void Check(string fields, string? finding) =>
        Findings.Check($$"""{ "StartAt": "M", "States": { "M": { "Type": "Map", {{fields}}, "End": true } } }""").ShouldBe(finding is null ? [] : [finding]);
}
