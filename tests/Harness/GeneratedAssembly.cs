using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Harness;

/// <summary>Compiled test code, loaded to be run, in a context that is unloaded afterwards.</summary>
public sealed class GeneratedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("test", isCollectible: true);

    private GeneratedAssembly(Stream image) => Assembly = _context.LoadFromStream(image);

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Generates, compiles and loads; everything must compile without a warning.</summary>
    public static GeneratedAssembly Load(params string[] sources) => Load(GeneratorHarness.Run(sources).Output);

    /// <summary>Compiles and loads.</summary>
    public static GeneratedAssembly Load(Compilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        result.Success.ShouldBeTrue(AnnotatedSource.Describe(result.Diagnostics));
        image.Position = 0;
        return new GeneratedAssembly(image);
    }

    /// <summary>Calls a public static method.</summary>
    public T Call<T>(string type, string method, params object?[] arguments)
    {
        MethodInfo found = Assembly.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.Static)
            ?? throw new InvalidOperationException($"{type} has no public static method {method}.");
        return (T)found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();
}
