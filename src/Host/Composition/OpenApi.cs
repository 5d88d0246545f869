using System.Text.Json.Nodes;
using Governance.Host.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Governance.Host.Composition;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and Swagger UI at <c>/swagger</c>.</summary>
internal static class OpenApi
{
    private const string Bearer = "bearer";

    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(
                "v1",
                new OpenApiInfo
                {
                    Title = "Partnership governance",
                    Version = "v1",
                    Description =
                        "Policies are drafted, signed by the three statutory partners, published and reviewed; every act and every "
                        + "refusal stands in a record that anyone can check. Errors are problem+json with a stable `code`.",
                }
            );
            swagger.AddSecurityDefinition(
                Bearer,
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                }
            );
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.UseAllOfToExtendReferenceSchemas();
            swagger.CustomOperationIds(api =>
                api.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>()
                    .FirstOrDefault()
                    ?.EndpointName
            );
            swagger.MapType<JsonNode>(() => new OpenApiSchema());
            swagger.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
            swagger.SchemaFilter<UnknownMembersAreIgnored>();
            swagger.OperationFilter<StandardAnswers>();
            foreach (
                string documentation in Directory.EnumerateFiles(
                    AppContext.BaseDirectory,
                    "Governance.*.xml"
                )
            )
            {
                swagger.IncludeXmlComments(documentation);
            }
        });
    }

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapSwagger("/openapi/{documentName}.json").AllowAnonymous();

    public static void UseOpenApiPage(this IApplicationBuilder app) =>
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "swagger";
            ui.DocumentTitle = "Partnership governance: the API";
            ui.SwaggerEndpoint("/openapi/v1.json", "v1");
        });

    private sealed class UnknownMembersAreIgnored : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (schema is OpenApiSchema { Type: JsonSchemaType.Object } described)
            {
                described.AdditionalPropertiesAllowed = true;
            }
        }
    }

    /// <summary>What holds for every route: its errors, its token, its Idempotency-Key.</summary>
    private sealed class StandardAnswers : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            IList<object> metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            bool isPublic = metadata.OfType<IAllowAnonymous>().Any();
            bool writes = context.ApiDescription.HttpMethod is "POST" or "PUT" or "DELETE";
            operation.Responses ??= [];
            foreach (int status in Statuses(isPublic, writes))
            {
                Add(operation, context, status);
            }

            if (!isPublic)
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement
                    {
                        [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [],
                    },
                ];
            }

            if (writes && !isPublic)
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = Idempotency.Header,
                        In = ParameterLocation.Header,
                        Description =
                            "1 to 200 visible characters of your own. A repeat with the same key returns the first answer.",
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            MaxLength = 200,
                        },
                    }
                );
            }

            if (operation.Parameters?.Any(given => given.Name == "take") == true)
            {
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = ListFiles.Format,
                        In = ParameterLocation.Query,
                        Description =
                            "csv: the whole list as a file for a spreadsheet, in columns of the same names; json when left out.",
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Enum = ["json", "csv"],
                        },
                    }
                );
            }

            if (metadata.OfType<NeedsIfMatch>().Any())
            {
                operation.Parameters!.Add(
                    new OpenApiParameter
                    {
                        Name = "If-Match",
                        In = ParameterLocation.Header,
                        Required = true,
                        Description = "The ETag of the state that you saw.",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    }
                );
                Add(operation, context, StatusCodes.Status412PreconditionFailed);
                Add(operation, context, StatusCodes.Status428PreconditionRequired);
            }
        }

        private static IEnumerable<int> Statuses(bool isPublic, bool writes)
        {
            yield return StatusCodes.Status400BadRequest;
            yield return StatusCodes.Status404NotFound;
            yield return StatusCodes.Status422UnprocessableEntity;
            yield return StatusCodes.Status429TooManyRequests;
            if (!isPublic)
            {
                yield return StatusCodes.Status401Unauthorized;
                yield return StatusCodes.Status403Forbidden;
            }

            if (writes)
            {
                yield return StatusCodes.Status409Conflict;
                yield return StatusCodes.Status413PayloadTooLarge;
                yield return StatusCodes.Status415UnsupportedMediaType;
            }
        }

        private static void Add(
            OpenApiOperation operation,
            OperationFilterContext context,
            int status
        ) =>
            operation.Responses!.TryAdd(
                status.ToString(System.Globalization.CultureInfo.InvariantCulture),
                new OpenApiResponse
                {
                    Description = Problems.ForStatus(status).Title,
                    Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                    {
                        [Problems.MediaType] = new OpenApiMediaType()
                        {
                            Schema = context.SchemaGenerator.GenerateSchema(
                                typeof(ProblemAnswer),
                                context.SchemaRepository
                            ),
                        },
                    },
                }
            );
    }
}
