using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using StateMachineGen.Storage;

namespace StateMachineGen.Runtime.Tests.Storage;

public sealed class ObjectStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("objects");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_can_be_read_and_listed(bool isFolder)
    {
        IObjectStore store = Create(isFolder);
        await store.WriteAsync("bucket", "b/2", "two"u8.ToArray(), default);
        await store.WriteAsync("bucket", "b/1", "one"u8.ToArray(), default);
        await store.WriteAsync("bucket", "a", "first"u8.ToArray(), default);
        await store.WriteAsync("bucket", "a", "again"u8.ToArray(), default);
        (await ReadAsync(store, "bucket", "a")).ShouldBe("again");
        List<StoredObject> all = await ListAsync(store, "bucket", "");
        all.Select(each => each.Key).ShouldBe(["a", "b/1", "b/2"]);
        all[1].Size.ShouldBe(3);
        all[1].EntityTag.ShouldBe("\"f97c5d29941bfb1b2fdab0874906ab82\"");
        (await ListAsync(store, "bucket", "b/")).Select(each => each.Key).ShouldBe(["b/1", "b/2"]);
        (await ListAsync(store, "bucket", "c")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_not_there_is_said(bool isFolder)
    {
        IObjectStore store = Create(isFolder);
        (await Should.ThrowAsync<ObjectStoreException>(() => ReadAsync(store, "bucket", "none"))).Message.ShouldBe("The specified key does not exist: none in bucket (NoSuchKey)");
        (await Should.ThrowAsync<ObjectStoreException>(() => ReadAsync(store, "none", "a"))).Message.ShouldBe("The specified bucket does not exist: none (NoSuchBucket)");
        await Should.ThrowAsync<ObjectStoreException>(() => ListAsync(store, "none", ""));
        await Should.ThrowAsync<ObjectStoreException>(() => store.WriteAsync("none", "a", default, default));
    }

    [Theory]
    [InlineData("bucket", "../secret")]
    [InlineData("bucket", "a/../../secret")]
    [InlineData("bucket", "/secret")]
    [InlineData("bucket", "./a")]
    [InlineData("bucket", "a//b")]
    [InlineData("bucket", "a\\b")]
    [InlineData("bucket", "")]
    [InlineData("..", "secret")]
    [InlineData(".", "secret")]
    [InlineData("", "secret")]
    [InlineData("bucket/..", "secret")]
    public async Task No_name_leads_out_of_the_folder(string bucket, string key)
    {
        IObjectStore store = Create(isFolder: true);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "secret"), "x", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<ObjectStoreException>(() => ReadAsync(store, bucket, key));
        await Should.ThrowAsync<ObjectStoreException>(() => store.WriteAsync(bucket, key, "y"u8.ToArray(), default));
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "secret"), TestContext.Current.CancellationToken)).ShouldBe("x");
    }

    [Fact]
    public void Memory_shows_what_is_in_it()
    {
        MemoryObjectStore store = new MemoryObjectStore().Put("b", "y", "1").Put("b", "x", "2").AddBucket("empty");
        store.Keys("b").ShouldBe(["x", "y"]);
        store.Keys("empty").ShouldBeEmpty();
        store.GetText("b", "x").ShouldBe("2");
    }

    private static async Task<string> ReadAsync(IObjectStore store, string bucket, string key)
    {
        await using Stream content = await store.OpenReadAsync(bucket, key, default);
        using var text = new StreamReader(content, Encoding.UTF8);
        return await text.ReadToEndAsync();
    }

    private static async Task<List<StoredObject>> ListAsync(IObjectStore store, string bucket, string prefix)
    {
        var all = new List<StoredObject>();
        await foreach (StoredObject each in store.ListAsync(bucket, prefix, default))
        {
            all.Add(each);
        }

        return all;
    }

    private IObjectStore Create(bool isFolder)
    {
        if (!isFolder)
        {
            return new MemoryObjectStore().AddBucket("bucket");
        }

        _folder.CreateSubdirectory("bucket");
        return new FolderObjectStore(_folder.FullName);
    }
}
