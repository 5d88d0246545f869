using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SeenAndUsed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Ask_PartnershipId_State",
                table: "Ask");

            migrationBuilder.AddColumn<string>(
                name: "AgencyId",
                table: "Ask",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "DueOrder",
                table: "Ask",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "WaitsFor",
                table: "Ask",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true,
                collation: "C");

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
                name: "AgencyId",
                table: "Ask");

            migrationBuilder.DropColumn(
                name: "DueOrder",
                table: "Ask");

            migrationBuilder.DropColumn(
                name: "WaitsFor",
                table: "Ask");

            migrationBuilder.CreateIndex(
                name: "IX_Ask_PartnershipId_State",
                table: "Ask",
                columns: new[] { "PartnershipId", "State" });
        }
    }
}
