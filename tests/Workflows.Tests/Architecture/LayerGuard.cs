using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Governance.Tests.Workflows.Architecture;

/// <summary>
/// Reads compiled IL and lists every use that goes against the line: signatures, fields, base types, attributes, generic
/// arguments, and what stands inside method bodies (a <c>new</c> in a body shows in no signature).
/// </summary>
internal sealed class LayerGuard(IReadOnlyList<string> line)
{
    /// <summary>Each breach as "user → used", one a pair of types.</summary>
    public IReadOnlyList<string> Breaches(string assemblyPath)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assemblyPath);
        var breaches = new SortedSet<string>(StringComparer.Ordinal);
        foreach (TypeDefinition type in module.GetTypes())
        {
            int from = LayerOf(type.FullName);
            foreach (string used in UsedBy(type).Select(reference => reference.FullName))
            {
                int to = LayerOf(used);
                if (from >= 0 && to > from)
                {
                    breaches.Add($"{type.FullName} → {used}");
                }
            }
        }

        return [.. breaches];
    }

    private int LayerOf(string fullName)
    {
        for (int layer = line.Count - 1; layer >= 0; layer--)
        {
            if (fullName.StartsWith(line[layer] + ".", StringComparison.Ordinal))
            {
                return layer;
            }
        }

        return -1;
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference?> used =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Properties.Select(property => property.PropertyType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.GenericParameters.SelectMany(parameter =>
                parameter.Constraints.Select(c => c.ConstraintType)
            ),
            .. type.Methods.SelectMany(UsedBy),
        ];
        return used.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature =
        [
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
        ];
        return method.HasBody
            ? signature
                .Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.Instructions.SelectMany(UsedBy))
            : signature;
    }

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) =>
        instruction.Operand switch
        {
            GenericInstanceMethod call =>
            [
                call.DeclaringType,
                call.ReturnType,
                .. call.GenericArguments,
            ],
            MethodReference call => [call.DeclaringType, call.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference named => [named],
            _ => [],
        };

    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericInstanceType generic => generic
                .GenericArguments.SelectMany(Parts)
                .Append(generic.ElementType),
            TypeSpecification wrapped => Parts(wrapped.ElementType),
            _ => [type],
        };
}
