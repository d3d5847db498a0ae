using System.Threading;
using System.Threading.Tasks;
using StateMachineGen;

namespace Parcels;

/// <summary>Weighs a parcel and books a carrier, who is busy at first.</summary>
[StateMachine<Parcel, Label>(Tracing = true)]
public partial class SendParcel
{
    [StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:weigh"), Next<Book>]
    public sealed partial class Weigh : ITask<Parcel, WeighedParcel>
    {
        public Task<WeighedParcel> ExecuteAsync(Parcel input, CancellationToken cancellationToken) =>
            Task.FromResult(new WeighedParcel(input.Id, input.Address, 1.5m));
    }

    [Task("arn:aws:lambda:us-east-1:123456789012:function:book", TimeoutSeconds = 30), End]
    [Retry(typeof(CarrierBusyException), IntervalSeconds = 1, MaxAttempts = 3)]
    public sealed partial class Book(Carrier carrier) : ITask<WeighedParcel, Label>
    {
        public Task<Label> ExecuteAsync(WeighedParcel input, CancellationToken cancellationToken) => Task.FromResult(carrier.Book(input));
    }
}
