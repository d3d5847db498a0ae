using System;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Parcels;
using StateMachineGen;

// The state machine's spans are ordinary activities: naming their sources is all that OpenTelemetry needs.
using TracerProvider tracing = Sdk.CreateTracerProviderBuilder()
    .ConfigureResource(resource => resource.AddService("parcels", serviceVersion: "1.0"))
    .AddSource("StateMachineGen*", Carrier.SourceName)
    .AddOtlpExporter(exporter => exporter.Protocol = OtlpExportProtocol.HttpProtobuf)
    .Build();

await using ServiceProvider services = new ServiceCollection().AddSingleton<Carrier>().BuildServiceProvider();
await using var machine = SendParcel.CreateLocal(services);
ExecutionResult<Label> result = await machine.ExecuteAsync(new Parcel("P-1", "Ada Street 1"));

Console.WriteLine($"{result.Status}: {string.Join(" > ", result.Path)}");
return result.Status == ExecutionStatus.Succeeded && tracing.ForceFlush() ? 0 : 1;
