using System.Globalization;
using System.Text;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks the size of what is literal in a payload. What is evaluated counts nothing, as it may be small.</summary>
internal static class PayloadSize
{
    public static void Check(EvaluatedField field, FindingCollector findings)
    {
        if (field.Form is not (FieldForm.Template or FieldForm.Static or FieldForm.Jsonata))
        {
            return;
        }

        long size = Count(field.Value, field.Form);
        if (size > Quotas.PayloadBytes)
        {
            findings.Add(DataFlowRules.PayloadTooLarge, field.Value, field.Place.ToString(), field.Place.Name, Show(size), Show(Quotas.PayloadBytes));
        }
    }

    private static long Count(JsonSyntax value, FieldForm form)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                long size = 2;
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    bool isEvaluated = form == FieldForm.Template && ExpressionSites.IsDynamic(member.Name);
                    size += member.Name.Length + 4 + (isEvaluated ? 0 : Count(member.Value, form));
                }

                return size;
            case JsonArraySyntax array:
                long length = 2;
                foreach (JsonSyntax item in array.Items)
                {
                    length += 1 + Count(item, form);
                }

                return length;
            case JsonStringSyntax text:
                return form == FieldForm.Jsonata && JsonataText.Read(text.Value).Kind == JsonataTextKind.Expression ? 0
                    : 2 + (text.Value.Length > Quotas.PayloadBytes / 64 ? Encoding.UTF8.GetByteCount(text.Value) : text.Value.Length);
            case JsonNumberSyntax number:
                return number.Text.Length;
            default:
                return 4;
        }
    }

    private static string Show(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
