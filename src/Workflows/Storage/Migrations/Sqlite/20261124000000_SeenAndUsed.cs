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

            migrationBuilder.AddColumn<string>(
                name: "OwnerId",
                table: "Policy",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

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
                name: "Consultation",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectTitle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SubjectVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 129, nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consultation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Dissemination",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PolicyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dissemination", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dissemination_Policy_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Policy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibraryEntry",
                columns: table => new
                {
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PolicyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryEntry", x => new { x.PartnershipId, x.Word, x.Slug });
                    table.ForeignKey(
                        name: "FK_LibraryEntry_Policy_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Policy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyReview",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PolicyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WasDue = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NextDue = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyReview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyReview_Policy_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Policy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateTable(
                name: "Comment",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    BodyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DisposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DisposedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DisposedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsDisposition = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Comment_Consultation_WindowId",
                        column: x => x.WindowId,
                        principalTable: "Consultation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsultedBody",
                columns: table => new
                {
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HasNone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Comments = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultedBody", x => new { x.WindowId, x.Body });
                    table.ForeignKey(
                        name: "FK_ConsultedBody_Consultation_WindowId",
                        column: x => x.WindowId,
                        principalTable: "Consultation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencyCascade",
                columns: table => new
                {
                    DisseminationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgencyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgencyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Briefed = table.Column<bool>(type: "INTEGER", nullable: false),
                    WebsiteUpdated = table.Column<bool>(type: "INTEGER", nullable: false),
                    OwnPolicyUpdated = table.Column<bool>(type: "INTEGER", nullable: false),
                    TrainingUpdated = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyCascade", x => new { x.DisseminationId, x.AgencyId });
                    table.ForeignKey(
                        name: "FK_AgencyCascade_Dissemination_DisseminationId",
                        column: x => x.DisseminationId,
                        principalTable: "Dissemination",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkedInComment",
                columns: table => new
                {
                    CommentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkedInComment", x => new { x.CommentId, x.SubjectVersion });
                    table.ForeignKey(
                        name: "FK_WorkedInComment_Comment_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateIndex(
                name: "IX_Comment_SubjectType_SubjectId_Id",
                table: "Comment",
                columns: new[] { "SubjectType", "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comment_WindowId",
                table: "Comment",
                column: "WindowId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultation_OpenKey",
                table: "Consultation",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consultation_PartnershipId_State",
                table: "Consultation",
                columns: new[] { "PartnershipId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultation_SubjectType_SubjectId_Number",
                table: "Consultation",
                columns: new[] { "SubjectType", "SubjectId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dissemination_PartnershipId_State",
                table: "Dissemination",
                columns: new[] { "PartnershipId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Dissemination_PolicyId_Number",
                table: "Dissemination",
                columns: new[] { "PolicyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibraryEntry_ByClass",
                table: "LibraryEntry",
                columns: new[] { "PartnershipId", "Word", "Class", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_LibraryEntry_Newest",
                table: "LibraryEntry",
                columns: new[] { "PartnershipId", "Word", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LibraryEntry_OfPolicy",
                table: "LibraryEntry",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyReview_PolicyId_Id",
                table: "PolicyReview",
                columns: new[] { "PolicyId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkedInComment_SubjectType_SubjectId_SubjectVersion",
                table: "WorkedInComment",
                columns: new[] { "SubjectType", "SubjectId", "SubjectVersion" });
            FillSeenAndUsed.Run(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgencyCascade");

            migrationBuilder.DropTable(
                name: "ConsultedBody");

            migrationBuilder.DropTable(
                name: "LibraryEntry");

            migrationBuilder.DropTable(
                name: "PolicyReview");

            migrationBuilder.DropTable(
                name: "PolicyWord");

            migrationBuilder.DropTable(
                name: "WorkedInComment");

            migrationBuilder.DropTable(
                name: "Dissemination");

            migrationBuilder.DropTable(
                name: "Comment");

            migrationBuilder.DropTable(
                name: "Consultation");

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
                name: "OwnerId",
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
