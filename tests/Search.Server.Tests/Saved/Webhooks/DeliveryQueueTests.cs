using Search.Server.Saved;
using Search.Server.Saved.Webhooks;

namespace Search.Server.Tests.Saved.Webhooks;

public sealed class DeliveryQueueTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Webhook Webhook = new("w", new Uri("https://vidu.example/"), null, Updates: false, Since: 0);

    [Fact]
    public void What_fails_is_put_off_longer_and_longer_and_given_up_in_the_end()
    {
        DeliveryQueue queue = New(new() { FirstRetry = TimeSpan.FromSeconds(1), GiveUpAfter = TimeSpan.FromDays(1) });
        queue.Add(new([new("a", 1, IsNew: true)], 1), Start);
        DateTimeOffset now = Start;
        int attempts = 0;
        bool isGivenUp = false;
        while (!isGivenUp)
        {
            Delivery delivery = queue.TakeDue(now)!;
            isGivenUp = queue.Fail(delivery, Webhook, "lỗi", retryAfter: null, now);
            attempts++;
            if (queue.NextDue is { } due)
            {
                double longest = Math.Min(3600, Math.Pow(2, attempts - 1));
                Assert.InRange((due - now).TotalSeconds, longest / 2, longest);
                Assert.Null(queue.TakeDue(due - TimeSpan.FromTicks(1)));
                now = due;
            }
        }

        Assert.InRange(now - Start, TimeSpan.FromDays(1), TimeSpan.FromHours(25));
        DeliveryState state = queue.State;
        Assert.Equal((0, 1, "lỗi"), (state.Pending.Count, state.Failed, state.LastError));
        Assert.Equal(("a", attempts), (Assert.Single(state.Failures).Id, state.Failures[0].Attempts));
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(1_000_000, 86_400)]
    public void A_receiver_is_left_alone_as_long_as_it_wants_but_a_day_at_most(int wanted, int left)
    {
        DeliveryQueue queue = New(new());
        queue.Add(new([new("a", 1, IsNew: true)], 1), Start);

        queue.Fail(queue.TakeDue(Start)!, Webhook, "bận", TimeSpan.FromSeconds(wanted), Start);

        Assert.Equal(Start + TimeSpan.FromSeconds(left), queue.NextDue);
    }

    [Fact]
    public void A_queue_goes_on_from_its_state()
    {
        DeliveryQueue queue = New(new());
        queue.Add(new([new("a", 1, IsNew: true), new("b", 2, IsNew: false), new("c", 3, IsNew: true)], 5), Start);
        queue.Succeed(queue.TakeDue(Start)!, Start);
        queue.Fail(queue.TakeDue(Start)!, Webhook, "bận", TimeSpan.FromMinutes(1), Start);

        var next = new DeliveryQueue(queue.State, new());

        Assert.Equal((5, 2, Start), (next.State.Position, next.State.Pending.Count, next.State.LastSuccess));
        Assert.Equal(DeliveryQueue.MostPending - 2, next.Room);
        Assert.Equal("c", next.TakeDue(Start)?.Change.Id);
        Assert.Null(next.TakeDue(Start));
        Assert.Equal(("b", 1), (next.TakeDue(Start + TimeSpan.FromMinutes(1))?.Change.Id, next.State.Pending.Single(static delivery => delivery.Change.Id == "b").Attempts));
    }

    [Fact]
    public void The_id_of_a_delivery_is_that_of_the_write()
    {
        var delivery = new Delivery(new("a", 1, IsNew: true), 0, null, Start);

        Assert.Equal(delivery.IdFor(Webhook), (delivery with { Attempts = 3, FirstTried = Start, Due = Start.AddDays(1) }).IdFor(Webhook with { Secret = "khác" }));
        string[] ids =
        [
            delivery.IdFor(Webhook), delivery.IdFor(Webhook with { Id = "x" }), (delivery with { Change = new("b", 1, IsNew: true) }).IdFor(Webhook),
            (delivery with { Change = new("a", 2, IsNew: false) }).IdFor(Webhook),
        ];
        Assert.Equal(4, ids.Distinct().Count());
    }

    private static DeliveryQueue New(WebhookOptions options) => new(new(0, [], 0, [], null, null), options);
}
