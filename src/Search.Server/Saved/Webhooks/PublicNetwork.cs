using System.Net;

namespace Search.Server.Saved.Webhooks;

/// <summary>Which addresses belong to the public internet, by the registries of special-purpose addresses (IANA, RFC 6890).</summary>
internal static class PublicNetwork
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",   // tunnels to other addresses, documentation
        }.Select(static network => IPNetwork.Parse(network)),
    ];

    /// <summary>All that is given out of IPv6; loopback, local, mapped and multicast addresses lie outside of it.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is public.</summary>
    public static bool Has(IPAddress address)
    {
        IPAddress meant = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        bool isAssigned = meant.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork || GlobalUnicast.Contains(meant);
        return isAssigned && !NotPublic.Any(network => network.Contains(meant));
    }
}
