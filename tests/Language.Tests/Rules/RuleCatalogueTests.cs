using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Language.Tests.Rules;

public class RuleCatalogueTests
{
    [Fact]
    public void The_catalogue_holds_every_rule_that_is_declared() =>
        typeof(Rule).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(Rule))
            .Select(property => (Rule)property.GetValue(null)!)
            .OrderBy(rule => rule.Id)
            .ShouldBe(RuleCatalogue.All);

    [Fact]
    public void Ids_are_unique_and_lie_in_the_range_of_their_category()
    {
        RuleCatalogue.All.Select(rule => rule.Id).ShouldBeUnique();
        RuleCatalogue.All.ShouldAllBe(rule => Regex.IsMatch(rule.Id, "^SMG[1-6][0-9]{3}$") && (int)rule.Category == rule.Id[3] - '0');
        RuleCatalogue.All.ShouldAllBe(rule => rule.HelpLink.EndsWith("/docs/rules/" + rule.Id + ".md"));
    }

    [Fact]
    public void Texts_are_sentences_in_the_compilers_style()
    {
        foreach (Rule rule in RuleCatalogue.All)
        {
            rule.Title.ShouldNotEndWith(".");
            rule.MessageFormat.ShouldNotEndWith(".");
            rule.Description.ShouldEndWith(".");
        }
    }
}
