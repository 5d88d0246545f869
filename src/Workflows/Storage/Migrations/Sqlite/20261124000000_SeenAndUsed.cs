using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SeenAndUsed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_State",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Ask_PartnershipId_State",
                table: "Ask");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Policy",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<bool>(
                name: "InForce",
                table: "Policy",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "Policy",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishedClass",
                table: "Policy",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishedOrder",
                table: "Policy",
                type: "TEXT",
                maxLength: 201,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PublishedTitle",
                table: "Policy",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewOrder",
                table: "Policy",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "TitleOrder",
                table: "Policy",
                type: "TEXT",
                maxLength: 201,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "AgencyId",
                table: "Ask",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueOrder",
                table: "Ask",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "WaitsFor",
                table: "Ask",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PolicyWord",
                columns: table => new
                {
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PolicyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyWord", x => new { x.PartnershipId, x.Word, x.PolicyId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_CreatedBy_ChangedAt_Id",
                table: "Policy",
                columns: new[] { "PartnershipId", "CreatedBy", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_GroupId_ChangedAt",
                table: "Policy",
                columns: new[] { "PartnershipId", "GroupId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_InForce_PublishedAt_Id_PublishedClass",
                table: "Policy",
                columns: new[] { "PartnershipId", "InForce", "PublishedAt", "Id", "PublishedClass" });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_InForce_PublishedOrder_Id_PublishedClass",
                table: "Policy",
                columns: new[] { "PartnershipId", "InForce", "PublishedOrder", "Id", "PublishedClass" });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_InForce_ReviewOrder_Id_PublishedClass",
                table: "Policy",
                columns: new[] { "PartnershipId", "InForce", "ReviewOrder", "Id", "PublishedClass" });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_State_ChangedAt_Id_Class",
                table: "Policy",
                columns: new[] { "PartnershipId", "State", "ChangedAt", "Id", "Class" });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_State_ReviewOrder_Id_Class",
                table: "Policy",
                columns: new[] { "PartnershipId", "State", "ReviewOrder", "Id", "Class" });

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_State_TitleOrder_Id_Class",
                table: "Policy",
                columns: new[] { "PartnershipId", "State", "TitleOrder", "Id", "Class" });

            migrationBuilder.CreateIndex(
                name: "IX_Notice_PersonId",
                table: "Notice",
                column: "PersonId",
                filter: "\"ReadAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Ask_ClockId",
                table: "Ask",
                column: "ClockId");

            migrationBuilder.CreateIndex(
                name: "IX_Ask_PartnershipId_WaitsFor_DueOrder_Id_DocumentClass",
                table: "Ask",
                columns: new[] { "PartnershipId", "WaitsFor", "DueOrder", "Id", "DocumentClass" });
            FillSeenAndUsed.Run(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PolicyWord");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_CreatedBy_ChangedAt_Id",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_GroupId_ChangedAt",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_InForce_PublishedAt_Id_PublishedClass",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_InForce_PublishedOrder_Id_PublishedClass",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_InForce_ReviewOrder_Id_PublishedClass",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_State_ChangedAt_Id_Class",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_State_ReviewOrder_Id_Class",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Policy_PartnershipId_State_TitleOrder_Id_Class",
                table: "Policy");

            migrationBuilder.DropIndex(
                name: "IX_Notice_PersonId",
                table: "Notice");

            migrationBuilder.DropIndex(
                name: "IX_Ask_ClockId",
                table: "Ask");

            migrationBuilder.DropIndex(
                name: "IX_Ask_PartnershipId_WaitsFor_DueOrder_Id_DocumentClass",
                table: "Ask");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "InForce",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "PublishedClass",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "PublishedOrder",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "PublishedTitle",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "ReviewOrder",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "TitleOrder",
                table: "Policy");

            migrationBuilder.DropColumn(
                name: "AgencyId",
                table: "Ask");

            migrationBuilder.DropColumn(
                name: "DueOrder",
                table: "Ask");

            migrationBuilder.DropColumn(
                name: "WaitsFor",
                table: "Ask");

            migrationBuilder.CreateIndex(
                name: "IX_Policy_PartnershipId_State",
                table: "Policy",
                columns: new[] { "PartnershipId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Ask_PartnershipId_State",
                table: "Ask",
                columns: new[] { "PartnershipId", "State" });
        }
    }
}
