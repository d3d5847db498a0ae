using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Completion;

/// <summary>Knows what the members of types are called in JSON, as the serializer of a machine names them.</summary>
/// <param name="context">The machine's serializer context; null for reflection with camelCase names.</param>
internal sealed class JsonNames(INamedTypeSymbol? context)
{
    // The values of JsonKnownNamingPolicy.
    private const int CamelCase = 1;
    private const int SnakeCaseLower = 2;
    private const int SnakeCaseUpper = 3;
    private const int KebabCaseLower = 4;
    private const int KebabCaseUpper = 5;

    private readonly int _policy = context is null ? CamelCase : ReadPolicy(context);

    /// <summary>The name of a property, or null when it is not written.</summary>
    public string? Find(IPropertySymbol property)
    {
        foreach (AttributeData attribute in property.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonPropertyNameAttribute" when attribute.ConstructorArguments.Length == 1:
                    return attribute.ConstructorArguments[0].Value as string;
                case "JsonIgnoreAttribute" when attribute.NamedArguments.IsEmpty:
                    return null;
            }
        }

        return Convert(property.Name);
    }

    private static int ReadPolicy(INamedTypeSymbol context)
    {
        AttributeData? options = context.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "JsonSourceGenerationOptionsAttribute");
        if (options?.NamedArguments.FirstOrDefault(static argument => argument.Key == "PropertyNamingPolicy").Value.Value is int policy)
        {
            return policy;
        }

        // JsonSerializerDefaults.Web.
        return options?.ConstructorArguments.FirstOrDefault().Value is 1 ? CamelCase : 0;
    }

    private string Convert(string name) => _policy switch
    {
        CamelCase => ToCamelCase(name),
        SnakeCaseLower => Separate(name, '_').ToLowerInvariant(),
        SnakeCaseUpper => Separate(name, '_').ToUpperInvariant(),
        KebabCaseLower => Separate(name, '-').ToLowerInvariant(),
        KebabCaseUpper => Separate(name, '-').ToUpperInvariant(),
        _ => name,
    };

    /// <summary>Small letters up to the last capital before a small letter: <c>IPAddress</c> is <c>ipAddress</c>.</summary>
    private static string ToCamelCase(string name)
    {
        char[] letters = name.ToCharArray();
        for (int i = 0; i < letters.Length && char.IsUpper(letters[i]) && (i == 0 || i + 1 == letters.Length || char.IsUpper(letters[i + 1])); i++)
        {
            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    private static string Separate(string name, char separator)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool isStart = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(isStart ? separator.ToString() : "").Append(name[i]);
        }

        return text.ToString();
    }
}
