using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class WorkflowFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "WorkflowInstance",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowInstance",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ParentId",
                table: "WorkflowInstance",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstance_ParentId",
                table: "WorkflowInstance",
                column: "ParentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstance_ParentId",
                table: "WorkflowInstance");

            migrationBuilder.DropColumn(
                name: "CorrelationId",
                table: "WorkflowInstance");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "WorkflowInstance");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "WorkflowInstance");
        }
    }
}
