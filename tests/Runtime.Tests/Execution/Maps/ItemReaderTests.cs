using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Execution.Maps;
using StateMachineGen.Storage;
using static StateMachineGen.Runtime.Tests.Execution.Maps.DistributedMaps;

namespace StateMachineGen.Runtime.Tests.Execution.Maps;

public class ItemReaderTests
{
    private const string Json = """ "InputType": "JSON" """;
    private const string JsonLines = """ "InputType": "JSONL" """;
    private const string FirstRow = """ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" """;

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", """[{"a":"1","b":"2"},{"a":"3","b":"4"}]""")]
    [InlineData("a,b\r\n1,2", """[{"a":"1","b":"2"}]""")]
    [InlineData("\uFEFFa,b\n1,2", """[{"a":"1","b":"2"}]""")]
    [InlineData("a,b\n1\n1,2,3\n,\n", """[{"a":"1","b":""},{"a":"1","b":"2"},{"a":"","b":""}]""")]
    [InlineData("a,b\n\n\r\n1,2\n\n", """[{"a":"1","b":"2"}]""")]
    [InlineData("a,b\n\"1,\n2\",\"say \"\"x\"\"\"\n", """[{"a":"1,\n2","b":"say \"x\""}]""")]
    [InlineData("a,b\n1\\,2,c:\\\\d\\e\n", """[{"a":"1,2","b":"c:\\de"}]""")]
    [InlineData("a,b\n5\" pipe,\"x\\\"y\"\n", """[{"a":"5\" pipe","b":"x\"y"}]""")]
    [InlineData("a,b\n", "[]")]
    [InlineData("", "[]")]
    public async Task The_rows_of_a_csv_file_are_objects(string text, string items) => await ReadsAsync(FirstRow, text, items);

    [Theory]
    [InlineData("COMMA", "1,2|3;4")]
    [InlineData("PIPE", "1|2")]
    [InlineData("SEMICOLON", "1;2")]
    [InlineData("SPACE", "1 2")]
    [InlineData("TAB", "1\t2")]
    public async Task Columns_are_separated_as_the_reader_says(string delimiter, string row)
    {
        string second = delimiter == "COMMA" ? "2|3;4" : "2";
        await ReadsAsync(
            $$""" "InputType": "CSV", "CSVDelimiter": "{{delimiter}}", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["x", "y"] """,
            row,
            $$"""[{"x":"1","y":"{{second}}"}]""");
    }

    [Theory]
    [InlineData("a,b,a\n1,2,3\n", "CSV headers cannot contain duplicates.")]
    [InlineData("a,b\n\"1,2\n3,4\n", "The quotation mark in line 2 of the CSV file is never closed.")]
    [InlineData("a,b\n\"1\n2\"x,3\n", "In line 3 of the CSV file, text follows a closing quotation mark.")]
    public async Task A_broken_csv_file_fails_the_map(string text, string cause) => await FailsAsync(FirstRow, text, cause);

    [Theory]
    [InlineData(Json, "[1,{\"a\":null},\"x\"]", "[1,{\"a\":null},\"x\"]")]
    [InlineData(Json, "\uFEFF[]", "[]")]
    [InlineData(Json + """ , "ItemsPointer": "/a~1b/1/c~0" """, """{"a/b":[0,{"c~":[7,8]}]}""", "[7,8]")]
    [InlineData(Json + """ , "ItemsPointer": "" """, "[7]", "[7]")]
    [InlineData(Json + """ , "ItemsPointer": "/m" """, """{"m":{"x":1,"y":2}}""", "[1,2]")]
    [InlineData(JsonLines, "{\"a\":1}\n\n  \n[2]\r\n3", "[{\"a\":1},[2],3]")]
    [InlineData(JsonLines, "", "[]")]
    public async Task Items_stand_in_a_json_file(string config, string text, string items) => await ReadsAsync(config, text, items);

    [Theory]
    [InlineData(Json, "{\"a\":[1]}", "Attempting to map over non-iterable node.")]
    [InlineData(Json, "7", "Attempting to map over non-iterable node.")]
    [InlineData(Json, "", "S3://bucket/key is no JSON: ")]
    [InlineData(Json, "[1,", "S3://bucket/key is no JSON: ")]
    [InlineData(JsonLines, "1\n{\"a\":\n", "Line 2 of S3://bucket/key is no JSON: ")]
    [InlineData(Json + """ , "ItemsPointer": "/a/2" """, "{\"a\":[1,2]}", "The ItemsPointer '/a/2' points to nothing in S3://bucket/key.")]
    [InlineData(Json + """ , "ItemsPointer": "/a/01" """, "{\"a\":[1,2]}", "The ItemsPointer '/a/01' points to nothing in S3://bucket/key.")]
    public async Task A_broken_json_file_fails_the_map(string config, string text, string cause) => await FailsAsync(config, text, cause);

    [Theory]
    [InlineData(""" "MaxItems": 2 """, "[1,2]")]
    [InlineData(""" "MaxItems": 0 """, "[1,2,3]")]
    [InlineData(""" "MaxItemsPath": "$.two" """, "[1,2]")]
    [InlineData(""" "MaxItemsPath": "$.text" """, "[1,2]")]
    [InlineData(""" "MaxItemsPath": "$.many" """, "[1,2,3]")]
    public async Task No_more_items_are_read_than_the_reader_says(string field, string items)
    {
        foreach ((string config, string text) in new[] { (Json, "[1,2,3]"), (JsonLines, "1\n2\n3") })
        {
            var run = await RunAsync(
                Machine(Reader(config + "," + field)), new MemoryObjectStore().Put(Bucket, "key", text), """{"two":2,"text":"2","many":100000001}""");
            run.OutputJson.ShouldBe(items, run.Cause);
        }
    }

    [Fact]
    public async Task A_negative_number_of_items_fails_the_map_run()
    {
        var run = await RunAsync(
            Machine(Reader(Json + """, "MaxItemsPath": "$.n" """)), new MemoryObjectStore().Put(Bucket, "key", "[1]"), """{"n":-1}""");
        run.Error.ShouldBe("States.ItemReaderFailed");
        run.Cause.ShouldBe("field MaxItems must be positive");
        run.History.ShouldContain(each => each.Type == HistoryEventType.MapRunFailed);
    }

    [Fact]
    public async Task What_is_no_number_of_items_fails_before_the_map_run()
    {
        var run = await RunAsync(
            Machine(Reader(Json + """, "MaxItemsPath": "$.n" """)), new MemoryObjectStore().Put(Bucket, "key", "[1]"), """{"n":1.5}""");
        run.Error.ShouldBe("States.Runtime");
        run.Cause!.ShouldEndWith("The MaxItemsPath field refers to value \"1.5\" which is not a valid integer: $.n");
        run.History.ShouldNotContain(each => each.Type == HistoryEventType.MapRunStarted);
    }

    [Theory]
    [InlineData("other", "key", "The specified bucket does not exist: other (NoSuchBucket)")]
    [InlineData("bucket", "other", "The specified key does not exist: other in bucket (NoSuchKey)")]
    public async Task What_is_not_there_fails_the_map(string bucket, string key, string cause)
    {
        var run = await RunAsync(
            Machine(Reader(Json, parameters: $$""" "Bucket": "{{bucket}}", "Key": "{{key}}" """) + """ "Catch": [{ "ErrorEquals": ["States.ItemReaderFailed"], "Next": "Caught" }], """)
                .Replace("\"End\": true } } }", "\"End\": true }, \"Caught\": { \"Type\": \"Succeed\" } } }", StringComparison.Ordinal),
            new MemoryObjectStore().Put(Bucket, "key", "[]"));
        run.OutputJson.ShouldBe(JsonSerializer.Serialize(new { Error = "States.ItemReaderFailed", Cause = cause }));
        run.History.Select(each => each.Type).ShouldContain(HistoryEventType.MapRunFailed);
        run.History.Single(each => each.Type == HistoryEventType.MapStateStarted).Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_reader_that_names_no_bucket_fails_the_map()
    {
        var run = await RunAsync(Machine(Reader(Json, parameters: """ "Key": "key" """)), new MemoryObjectStore());
        run.Error.ShouldBe("States.ItemReaderFailed");
        run.Cause.ShouldBe("The ItemReader names no Bucket.");
    }

    [Fact]
    public async Task Without_a_store_the_execution_says_what_is_missing()
    {
        var run = await RunAsync(Machine(Reader(Json)), null);
        run.Error.ShouldBe("States.Runtime");
        run.Cause!.ShouldContain("LocalOptions.S3");
    }

    [Fact]
    public async Task What_is_larger_than_the_limit_is_not_read()
    {
        var limits = new MapLimits(20, 8, 1 << 20);
        var run = await RunAsync(Machine(Reader(Json)), new MemoryObjectStore().Put(Bucket, "key", "[" + new string(' ', 20) + "]"), "{}", limits);
        run.Cause.ShouldBe("S3://bucket/key is larger than 20 bytes.");
        run = await RunAsync(Machine(Reader(FirstRow)), new MemoryObjectStore().Put(Bucket, "key", "abcd,efgh\n"), "{}", limits);
        run.Cause.ShouldBe("CSV headers cannot be larger than 8 bytes.");
    }

    [Fact]
    public async Task An_item_knows_where_it_comes_from()
    {
        string machine = Machine(
            Reader(Json + """, "ItemsPointer": "/m" """) + """ "ItemSelector": { "from.$": "$$.Map.Item.Source", "key.$": "$$.Map.Item.Key", "n.$": "$$.Map.Item.Index", "all.$": "$.all" }, """);
        var run = await RunAsync(machine, new MemoryObjectStore().Put(Bucket, "key", """{"m":{"x":1}}"""), """{"all":true}""");
        run.OutputJson.ShouldBe("""[{"from":"S3://bucket/key","key":"x","n":0,"all":true}]""", run.Cause);
        run = await RunAsync(Machine(""" "ItemSelector": { "from.$": "$$.Map.Item.Source" }, """), null, "[1]");
        run.OutputJson.ShouldBe("""[{"from":"STATE_DATA"}]""");
    }

    [Fact]
    public async Task Jsonata_says_what_to_read()
    {
        var run = await RunAsync(
            Machine(
                """
                "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON", "MaxItems": "{% $states.input.n + 1 %}" },
                  "Arguments": "{% { 'Bucket': 'bucket', 'Key': $states.input.k } %}" }, "ItemSelector": "{% $states.context.Map.Item.Value * 2 %}",
                """,
                machineFields: """ "QueryLanguage": "JSONata", """),
            new MemoryObjectStore().Put(Bucket, "key", "[1,2,3]"),
            """{"k":"key","n":1}""");
        run.OutputJson.ShouldBe("[2,4]", run.Cause);
    }

    [Fact]
    public async Task Failed_jsonata_names_its_place_in_the_reader()
    {
        var run = await RunAsync(
            Machine(
                """ "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" }, "Arguments": { "Bucket": "{% $nothing %}", "Key": "key" } }, """,
                machineFields: """ "QueryLanguage": "JSONata", """),
            new MemoryObjectStore());
        run.Error.ShouldBe("States.QueryEvaluationError");
        run.Cause!.ShouldContain("field 'ItemReader/Arguments/Bucket'");
    }

    [Fact]
    public async Task Objects_are_listed()
    {
        MemoryObjectStore store = new MemoryObjectStore()
            .Put(Bucket, "in/b", "", DateTimeOffset.FromUnixTimeSeconds(7)).Put(Bucket, "in/a", "x", DateTimeOffset.FromUnixTimeSeconds(8)).Put(Bucket, "out/c", "");
        string fields = Reader(""" "MaxItems": 5 """, "listObjectsV2", """ "Bucket": "bucket", "Prefix": "in/" """);
        (await RunAsync(Machine(fields), store)).OutputJson.ShouldBe(
            """
            [{"Etag":"\"9dd4e461268c8034f5c8564e155c67a6\"","Key":"in/a","LastModified":8,"Size":1,"StorageClass":"STANDARD"},{"Etag":"\"d41d8cd98f00b204e9800998ecf8427e\"","Key":"in/b","LastModified":7,"Size":0,"StorageClass":"STANDARD"}]
            """);
        (await RunAsync(Machine(fields + """ "ItemSelector": { "s.$": "$$.Map.Item.Source" }, """), store)).OutputJson
            .ShouldBe("""[{"s":"S3://bucket"},{"s":"S3://bucket"}]""");
    }

    [Fact]
    public async Task Listed_objects_are_loaded_and_flattened()
    {
        MemoryObjectStore store = new MemoryObjectStore().Put(Bucket, "in/1", "[1,2]").Put(Bucket, "in/2", "[3,4]").Put(Bucket, "other", "[9]");
        string config = """ "InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN", "MaxItems": 3 """;
        var run = await RunAsync(
            Machine(Reader(config, "listObjectsV2", """ "Bucket": "bucket", "Prefix": "in/" """) + """ "ItemSelector": { "v.$": "$$.Map.Item.Value", "s.$": "$$.Map.Item.Source" }, """),
            store);
        run.OutputJson.ShouldBe("""[{"v":1,"s":"S3://bucket/in/1"},{"v":2,"s":"S3://bucket/in/1"},{"v":3,"s":"S3://bucket/in/2"}]""", run.Cause);
    }

    [Fact]
    public async Task An_inventory_is_read_through_its_manifest()
    {
        MemoryObjectStore store = new MemoryObjectStore()
            .Put(Bucket, "key", """{"sourceBucket":"s","fileFormat":"CSV","fileSchema":"Bucket, Key, Size","files":[{"key":"d/1.csv.gz"},{"key":"d/2.csv"}]}""")
            .Put(Bucket, "d/1.csv.gz", Pack("\"s\",\"a%20b\",\"1\"\n\"s\",\"c\",\"2\"\n"))
            .Put(Bucket, "d/2.csv", "\"s\",\"d\",\"3\"\n");
        var run = await RunAsync(Machine(Reader(""" "InputType": "MANIFEST" """)), store);
        run.OutputJson.ShouldBe("""[{"Bucket":"s","Key":"a%20b","Size":"1"},{"Bucket":"s","Key":"c","Size":"2"},{"Bucket":"s","Key":"d","Size":"3"}]""", run.Cause);
    }

    [Theory]
    [InlineData("[]", "S3://bucket/key is no manifest of an S3 inventory.")]
    [InlineData("""{"fileFormat":"ORC","fileSchema":"a","files":[]}""", "The inventory has files of the format ORC; only CSV is run locally yet.")]
    [InlineData("""{"fileFormat":"CSV","fileSchema":"a","files":[{}]}""", "The manifest of the S3 inventory has a file without a key.")]
    [InlineData("""{"fileFormat":"CSV","fileSchema":"a","files":[{"key":"none"}]}""", "The specified key does not exist: none in bucket (NoSuchKey)")]
    public async Task A_broken_inventory_fails_the_map(string manifest, string cause) => await FailsAsync(""" "InputType": "MANIFEST" """, manifest, cause);

    [Fact]
    public async Task The_files_of_an_athena_manifest_are_read()
    {
        MemoryObjectStore store = new MemoryObjectStore()
            .Put(Bucket, "key", "s3://bucket/1.gz\ns3://second/2\n").Put(Bucket, "1.gz", Pack("1\n2\n")).Put("second", "2", "3");
        string config = """ "ManifestType": "ATHENA_DATA", "InputType": "JSONL" """;
        (await RunAsync(Machine(Reader(config)), store)).OutputJson.ShouldBe("[1,2,3]");
        await FailsAsync(config, "bucket/1", "The manifest S3://bucket/key holds 'bucket/1', which is no URI of an object.");
    }

    [Fact]
    public async Task What_is_packed_is_no_longer_than_what_it_unpacks_to()
    {
        MemoryObjectStore store = new MemoryObjectStore().Put(Bucket, "big.gz", Pack("[" + new string(' ', 100_000) + "]")).Put(Bucket, "bad.gz", "no gzip");
        string Machine1(string key) => Machine(Reader(Json, parameters: $$""" "Bucket": "bucket", "Key": "{{key}}" """));
        (await RunAsync(Machine1("big.gz"), store)).OutputJson.ShouldBe("[]");
        (await RunAsync(Machine1("big.gz"), store, "{}", new MapLimits(50_000, 8, 1))).Cause.ShouldBe("S3://bucket/big.gz is larger than 50000 bytes.");
        (await RunAsync(Machine1("bad.gz"), store)).Error.ShouldBe("States.ItemReaderFailed");
        (await RunAsync(Machine1("x.zst"), store)).Cause!.ShouldContain("Zstandard");
    }

    [Theory]
    [InlineData(""" "InputType": "PARQUET" """)]
    [InlineData(""" "InputType": "PARQUET", "ManifestType": "ATHENA_DATA" """)]
    public void Parquet_is_refused(string config) => Should.Throw<DefinitionException>(() => LocalStateMachine.FromDefinition(Machine(Reader(config))))
        .Message.ShouldBe("/States/M/ItemReader/ReaderConfig/InputType: In the field InputType, PARQUET is not run locally yet.");

    [Fact]
    public void A_pointer_that_is_none_is_refused() =>
        Should.Throw<DefinitionException>(() => LocalStateMachine.FromDefinition(Machine(Reader(Json + """, "ItemsPointer": "a" """))))
            .Path.ShouldBe("/States/M/ItemReader/ReaderConfig/ItemsPointer");

    private static async Task ReadsAsync(string config, string text, string items)
    {
        var run = await RunAsync(Machine(Reader(config)), new MemoryObjectStore().Put(Bucket, "key", text));
        run.OutputJson.ShouldBe(items, run.Cause);
    }

    private static async Task FailsAsync(string config, string text, string cause)
    {
        var run = await RunAsync(Machine(Reader(config)), new MemoryObjectStore().Put(Bucket, "key", text));
        run.Error.ShouldBe("States.ItemReaderFailed");
        run.Cause!.ShouldStartWith(cause);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
