using System;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen;

namespace Tutorial;

/// <summary>
/// The function of the tutorial: one call in four fails, the others take a while. There a call sleeps up to four seconds,
/// so that its timeout of five is never reached; here it sleeps up to seven.
/// </summary>
/// <param name="chance">Decides which.</param>
public abstract class FlakyFunction(Chance chance) : ITask<Request, Response>
{
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromSeconds(7);

    /// <inheritdoc/>
    public async Task<Response> ExecuteAsync(Request input, CancellationToken cancellationToken)
    {
        if (chance.OneIn(4))
        {
            throw new SomethingWentWrong();
        }

        await chance.SleepAsync(s_longestSleep, cancellationToken);
        return new Response(true);
    }
}
