using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Requests;

/// <summary>The rights that this module asks for.</summary>
public static class RequestsPermissions
{
    public static readonly Permission Start = DutiesMatrix.Undertake.Permission(
        "start-undertaking"
    );

    /// <summary>The rule of <see cref="AnswerRequest"/> says who of them.</summary>
    public static readonly Permission Answer = DutiesMatrix.AnswerRequest.Permission(
        "answer-request"
    );
}
