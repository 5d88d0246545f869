using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InstanceList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstance_PartnershipId_SubjectType_SubjectId",
                table: "WorkflowInstance");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstance_PartnershipId_DefinitionId_SubStatus_Id",
                table: "WorkflowInstance",
                columns: new[] { "PartnershipId", "DefinitionId", "SubStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstance_PartnershipId_SubStatus_Id",
                table: "WorkflowInstance",
                columns: new[] { "PartnershipId", "SubStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstance_PartnershipId_SubjectId_SubjectType",
                table: "WorkflowInstance",
                columns: new[] { "PartnershipId", "SubjectId", "SubjectType" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstance_PartnershipId_DefinitionId_SubStatus_Id",
                table: "WorkflowInstance");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstance_PartnershipId_SubStatus_Id",
                table: "WorkflowInstance");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstance_PartnershipId_SubjectId_SubjectType",
                table: "WorkflowInstance");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstance_PartnershipId_SubjectType_SubjectId",
                table: "WorkflowInstance",
                columns: new[] { "PartnershipId", "SubjectType", "SubjectId" });
        }
    }
}
