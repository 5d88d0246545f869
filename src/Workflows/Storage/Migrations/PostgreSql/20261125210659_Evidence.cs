using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChallengeEvidence",
                columns: table => new
                {
                    ChallengeId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    ContentType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    AddedBy = table.Column<int>(type: "integer", nullable: false),
                    TakenOffBy = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeEvidence", x => new { x.ChallengeId, x.Number });
                    table.ForeignKey(
                        name: "FK_ChallengeEvidence_ChallengeRuling_ChallengeId_AddedBy",
                        columns: x => new { x.ChallengeId, x.AddedBy },
                        principalTable: "ChallengeRuling",
                        principalColumns: new[] { "ChallengeId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChallengeEvidence_PaperContent_Hash",
                        column: x => x.Hash,
                        principalTable: "PaperContent",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeEvidence_ChallengeId_AddedBy",
                table: "ChallengeEvidence",
                columns: new[] { "ChallengeId", "AddedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeEvidence_Hash",
                table: "ChallengeEvidence",
                column: "Hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChallengeEvidence");
        }
    }
}
