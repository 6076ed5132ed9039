using System.Reflection;

namespace Search.Cli.Tests;

public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("Search.Vietnamese", "")]
    [InlineData("Search.Articles", "")]
    [InlineData("Search.Evaluation", "")]
    [InlineData("Search.Analysis", "Lucene Search.Vietnamese")]
    [InlineData("Search.Engine", "Lucene Search.Analysis Search.Articles Search.Vietnamese")]
    [InlineData("Search.Ingest", "AngleSharp CsvHelper Microsoft.Extensions.FileSystemGlobbing Search.Articles Search.Vietnamese")]
    [InlineData("Search.Answers", "Search.Articles Search.Engine Search.Vietnamese")]
    public void A_library_references_only_what_stands_below_it(string name, string allowed)
    {
        IEnumerable<string> referenced = Assembly.Load(name).GetReferencedAssemblies()
            .Select(reference => reference.Name!.StartsWith("Lucene.", StringComparison.Ordinal) ? "Lucene" : reference.Name)
            .Where(reference => !reference.StartsWith("System", StringComparison.Ordinal));

        Assert.Empty(referenced.Except(allowed.Split(' ')));
    }

    [Fact]
    public void The_public_surface_of_the_engine_names_no_Lucene_type()
    {
        IEnumerable<Type> named = Assembly.Load("Search.Engine").GetExportedTypes().SelectMany(NamedTypes).SelectMany(Parts);

        Assert.DoesNotContain(named, type => type.Assembly.GetName().Name!.StartsWith("Lucene", StringComparison.Ordinal));
    }

    private static IEnumerable<Type> NamedTypes(Type type)
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return type.BaseType ?? typeof(object);
        foreach (Type implemented in type.GetInterfaces())
        {
            yield return implemented;
        }

        foreach (FieldInfo field in type.GetFields(Everything).Where(field => field.IsPublic || field.IsFamily))
        {
            yield return field.FieldType;
        }

        foreach (MethodBase method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).Where(method => method.IsPublic || method.IsFamily))
        {
            foreach (Type named in method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void)))
            {
                yield return named;
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
