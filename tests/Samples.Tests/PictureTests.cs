using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Samples.Tests;

/// <summary>The pictures of the documentation are those that the sample draws without arguments.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_pictures_of_the_documentation_are_current()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        SampleProcess run = await SampleProcess.RunAsync("--output", _folder.FullName);
        run.ExitCode.ShouldBe(0, run.Errors);

        string images = typeof(PictureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ImagesFolder").Value!;
        string[] drawn = [.. Directory.GetFiles(Path.Combine(_folder.FullName, "pictures")).Order(StringComparer.Ordinal)];
        drawn.Select(Path.GetFileName).ShouldBe(["execution.svg", "service-map.svg"]);
        foreach (string picture in drawn)
        {
            string image = Path.Combine(images, Path.GetFileName(picture));
            if (Environment.GetEnvironmentVariable("STATEMACHINEGEN_UPDATE_SNAPSHOTS") == "1")
            {
                File.Copy(picture, image, overwrite: true);
            }

            string shown = (await File.ReadAllTextAsync(image, cancellationToken)).ReplaceLineEndings("\n");
            shown.ShouldBe(await File.ReadAllTextAsync(picture, cancellationToken), $"{image}: set STATEMACHINEGEN_UPDATE_SNAPSHOTS=1 to take what the sample draws.");
        }
    }
}
