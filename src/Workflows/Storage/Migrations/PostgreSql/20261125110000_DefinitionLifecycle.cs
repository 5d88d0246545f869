using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DefinitionLifecycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "WorkflowIncident",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Resolution",
                table: "WorkflowIncident",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ResolvedBy",
                table: "WorkflowIncident",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "WorkflowIncident",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Timer",
                table: "WorkflowIncident",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "WorkflowDefinitionVersion",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "WorkflowDefinitionVersion",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "HasRun",
                table: "WorkflowDefinitionVersion",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "WorkflowDefinitionVersion",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetractedAt",
                table: "WorkflowDefinitionVersion",
                type: "timestamp with time zone",
                nullable: true);

            // Until now every version was published as it was written.
            migrationBuilder.Sql(
                "UPDATE \"WorkflowDefinitionVersion\" SET \"PublishedAt\" = \"CreatedAt\", \"ChangedAt\" = \"CreatedAt\""
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Reason",
                table: "WorkflowIncident");

            migrationBuilder.DropColumn(
                name: "Resolution",
                table: "WorkflowIncident");

            migrationBuilder.DropColumn(
                name: "ResolvedBy",
                table: "WorkflowIncident");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "WorkflowIncident");

            migrationBuilder.DropColumn(
                name: "Timer",
                table: "WorkflowIncident");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "WorkflowDefinitionVersion");

            migrationBuilder.DropColumn(
                name: "CreatedBy",
                table: "WorkflowDefinitionVersion");

            migrationBuilder.DropColumn(
                name: "HasRun",
                table: "WorkflowDefinitionVersion");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "WorkflowDefinitionVersion");

            migrationBuilder.DropColumn(
                name: "RetractedAt",
                table: "WorkflowDefinitionVersion");
        }
    }
}
