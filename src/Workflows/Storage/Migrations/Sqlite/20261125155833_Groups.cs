using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Groups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "GroupId",
                table: "Ask",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarFeed",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeed", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_CalendarFeed_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaskAndFinishGroup",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DecisionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CommissionedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sunset = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReportEvery = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsClosingDown = table.Column<bool>(type: "INTEGER", nullable: false),
                    ViceChairId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ChairIsInterim = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChairLeavesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ChairLeavesGroup = table.Column<bool>(type: "INTEGER", nullable: false),
                    VacantSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NewestTerms = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovedTerms = table.Column<int>(type: "INTEGER", nullable: true),
                    LastTask = table.Column<int>(type: "INTEGER", nullable: false),
                    LastReport = table.Column<int>(type: "INTEGER", nullable: false),
                    LastClosure = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportsMissed = table.Column<int>(type: "INTEGER", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Lessons = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOver = table.Column<bool>(type: "INTEGER", nullable: false),
                    Deliverables = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskAndFinishGroup", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GroupClosure",
                columns: table => new
                {
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Lessons = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Deliverables = table.Column<string>(type: "TEXT", nullable: true),
                    Outstanding = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupClosure", x => new { x.GroupId, x.Number });
                    table.ForeignKey(
                        name: "FK_GroupClosure_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupDuty",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 97, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupDuty", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupDuty_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupMembership",
                columns: table => new
                {
                    AppointmentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgencyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Expert = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupMembership", x => x.AppointmentId);
                    table.ForeignKey(
                        name: "FK_GroupMembership_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupTask",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Rolls = table.Column<int>(type: "INTEGER", nullable: false),
                    EscalatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BlockedReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OwnerLeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFinished = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTask", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupTask_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TermsOfReference",
                columns: table => new
                {
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ApprovedForSeat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermsOfReference", x => new { x.GroupId, x.Number });
                    table.ForeignKey(
                        name: "FK_TermsOfReference_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupTaskDependency",
                columns: table => new
                {
                    TaskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DependsOnId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTaskDependency", x => new { x.TaskId, x.DependsOnId });
                    table.ForeignKey(
                        name: "FK_GroupTaskDependency_GroupTask_DependsOnId",
                        column: x => x.DependsOnId,
                        principalTable: "GroupTask",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupTaskDependency_GroupTask_TaskId",
                        column: x => x.TaskId,
                        principalTable: "GroupTask",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupTaskUpdate",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TaskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OldDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewDue = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTaskUpdate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupTaskUpdate_GroupTask_TaskId",
                        column: x => x.TaskId,
                        principalTable: "GroupTask",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeed_KeyHash",
                table: "CalendarFeed",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupDuty_GroupId_What_Number",
                table: "GroupDuty",
                columns: new[] { "GroupId", "What", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupDuty_OpenKey",
                table: "GroupDuty",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupDuty_State",
                table: "GroupDuty",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembership_GroupId",
                table: "GroupMembership",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_ClockId",
                table: "GroupTask",
                column: "ClockId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_GroupId_IsFinished_Due_Id",
                table: "GroupTask",
                columns: new[] { "GroupId", "IsFinished", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_GroupId_Number",
                table: "GroupTask",
                columns: new[] { "GroupId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_GroupId_State_Due_Id",
                table: "GroupTask",
                columns: new[] { "GroupId", "State", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_OwnerId_IsFinished_Due_Id",
                table: "GroupTask",
                columns: new[] { "OwnerId", "IsFinished", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskDependency_DependsOnId",
                table: "GroupTaskDependency",
                column: "DependsOnId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskDependency_GroupId",
                table: "GroupTaskDependency",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskUpdate_GroupId_Id",
                table: "GroupTaskUpdate",
                columns: new[] { "GroupId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskUpdate_TaskId_Id",
                table: "GroupTaskUpdate",
                columns: new[] { "TaskId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskAndFinishGroup_DecisionId",
                table: "TaskAndFinishGroup",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_TaskAndFinishGroup_PartnershipId_IsOver_Id",
                table: "TaskAndFinishGroup",
                columns: new[] { "PartnershipId", "IsOver", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarFeed");

            migrationBuilder.DropTable(
                name: "GroupClosure");

            migrationBuilder.DropTable(
                name: "GroupDuty");

            migrationBuilder.DropTable(
                name: "GroupMembership");

            migrationBuilder.DropTable(
                name: "GroupTaskDependency");

            migrationBuilder.DropTable(
                name: "GroupTaskUpdate");

            migrationBuilder.DropTable(
                name: "TermsOfReference");

            migrationBuilder.DropTable(
                name: "GroupTask");

            migrationBuilder.DropTable(
                name: "TaskAndFinishGroup");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Ask");
        }
    }
}
