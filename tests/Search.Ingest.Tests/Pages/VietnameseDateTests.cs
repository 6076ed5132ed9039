using System.Globalization;
using CsCheck;
using Search.Articles;
using Search.Ingest.Pages;

namespace Search.Ingest.Tests.Pages;

public sealed class VietnameseDateTests
{
    [Theory]
    [InlineData("Thứ Năm, 30/11/2023 | 14:05 GMT+7", "2023-11-30T14:05:00+07:00")]
    [InlineData("Thứ hai, 8/1/2024, 10:30 (GMT+7)", "2024-01-08T10:30:00+07:00")]
    [InlineData("ngày 14 tháng 2 năm 2012", "2012-02-14")]
    [InlineData("Hà Nội, ngày 05 tháng 09 năm 2020", "2020-09-05")]
    [InlineData("13/04/2024 09:15", "2024-04-13T09:15:00+07:00")]
    [InlineData("12:05 ngày 3-4-2019", "2019-04-03T12:05:00+07:00")]
    [InlineData("23/03/2015 08:06 GMT+7", "2015-03-23T08:06:00+07:00")]
    [InlineData("Thứ 2, Ngày 23.03.2015", "2015-03-23")]
    [InlineData("Cập nhật lúc: 10h30, 08/01/2024", "2024-01-08T10:30:00+07:00")]
    [InlineData("14 giờ 05 phút, ngày 1/2/2010", "2010-02-01T14:05:00+07:00")]
    [InlineData("9 giờ ngày 1/2/2010", "2010-02-01T09:00:00+07:00")]
    [InlineData("Chủ nhật, 07/01/2024 lúc 7h", "2024-01-07T07:00:00+07:00")]
    [InlineData("Đăng ngày 5 - 6 - 2018, 23:59:58", "2018-06-05T23:59:58+07:00")]
    [InlineData("08/01/2024 10:30 CH", "2024-01-08T22:30:00+07:00")]
    [InlineData("08/01/2024 12:30 SA", "2024-01-08T00:30:00+07:00")]
    [InlineData("03/04/2015 08:06 PM", "2015-04-03T20:06:00+07:00")]
    [InlineData("Thu\u031B\u0301 Na\u0306m, nga\u0300y 30 tha\u0301ng 11 na\u0306m 2023", "2023-11-30")]
    [InlineData("Thứ Năm,\u00a030/11/2023\u00a0–\u00a014:05", "2023-11-30T14:05:00+07:00")]
    [InlineData("14 Tháng Mười Một, 2012", "2012-11-14")]
    [InlineData("1 tháng Năm năm 2012", "2012-05-01")]
    [InlineData("30/11/2023-14:05", "2023-11-30T14:05:00+07:00")]
    [InlineData("(14:05 | 30/11/2023)", "2023-11-30T14:05:00+07:00")]
    [InlineData("30/11/2023 14:05 | Cập nhật 1/12/2023 08:00", "2023-11-30T14:05:00+07:00")]
    public void Vietnamese_forms_are_read_with_the_day_first(string text, string iso) => Assert.Equal(iso, Read(text));

    [Theory]
    [InlineData("2023-11-30", "2023-11-30")]
    [InlineData("2023-11-30T14:05:00+07:00", "2023-11-30T14:05:00+07:00")]
    [InlineData("2023-11-30T07:05:00Z", "2023-11-30T07:05:00Z")]
    [InlineData("2015-03-23 08:06 +07:00", "2015-03-23T08:06:00+07:00")]
    [InlineData("2015-03-23 08:06:01.123", "2015-03-23T08:06:01+07:00")]
    [InlineData("2015/03/04 8:06", "2015-03-04T08:06:00+07:00")]
    [InlineData("Thu, 30 Nov 2023 14:05:00 +0700", "2023-11-30T14:05:00+07:00")]
    [InlineData("Thu, 30 Nov 2023 07:05:00 GMT", "2023-11-30T07:05:00Z")]
    [InlineData("November 30, 2023", "2023-11-30")]
    public void International_forms_are_read(string text, string iso) => Assert.Equal(iso, Read(text));

    [Theory]
    [InlineData("3/23/2015 8:06:00 AM", "2015-03-23T08:06:00+07:00")]
    [InlineData("03/23/2015", "2015-03-23")]
    [InlineData("Thứ tư, 3/4/2015", "2015-03-04")]
    [InlineData("Thứ sáu, 3/4/2015 8:06:00 AM", "2015-04-03T08:06:00+07:00")]
    [InlineData("Thứ hai, 3/4/2015", "2015-04-03")]
    public void The_month_comes_first_only_where_nothing_else_can_be_meant(string text, string iso) => Assert.Equal(iso, Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3/4/2015 8:06:00 AM")]
    [InlineData("31/02/2024")]
    [InlineData("13/14/2024")]
    [InlineData("0/5/2024")]
    [InlineData("30/11")]
    [InlineData("30/11/23")]
    [InlineData("tháng 2 năm 2012")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("1/2/0001")]
    [InlineData("Số 12/3/2015/NQ")]
    [InlineData("1.234.5678 đồng")]
    [InlineData("Kết luận số 16-KL/TW")]
    public void Anything_else_is_no_date(string? text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("Cập nhật lúc 10:30, 08/01/2024 (GMT+7)", "")]
    [InlineData("Thứ Năm, 30/11/2023 | 14:05 GMT+7", "")]
    [InlineData("Hoàng Phúc - Thứ Năm, 30/11/2023, 14:05", "Hoàng Phúc")]
    [InlineData("30/11/2023 14:05 | Cập nhật: 1/12/2023 | Hoàng Phúc", "Hoàng Phúc")]
    [InlineData("Ngày đăng: 30/11/2023 - Lượt xem: 12", "Lượt xem: 12")]
    [InlineData("Chợ hoa xuân", "Chợ hoa xuân")]
    public void What_is_no_date_is_left(string line, string rest) => Assert.Equal(rest, VietnameseDate.Without(line));

    [Fact]
    public void Every_day_is_read_back_from_its_vietnamese_forms() =>
        Gen.DateTime[new DateTime(1900, 1, 1), new DateTime(2100, 12, 31)].Sample(day =>
        {
            string date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string time = day.ToString("'T'HH:mm':00+07:00'", CultureInfo.InvariantCulture);
            return Read(day.ToString("'ngày' d 'tháng' M 'năm' yyyy", CultureInfo.InvariantCulture)) == date
                && Read(day.ToString("d/M/yyyy", CultureInfo.InvariantCulture)) == date
                && Read(day.ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture)) == date + time
                && Read(day.ToString("HH'h'mm 'ngày' d.M.yyyy", CultureInfo.InvariantCulture)) == date + time;
        });

    [Fact]
    public void No_text_throws() => Gen.Char["0123456789/.-: ,|thángnămGMT+AP"].Array[0, 60].Sample(chars =>
    {
        VietnameseDate.TryRead(new string(chars), out _);
        VietnameseDate.Without(new string(chars));
    });

    private static string? Read(string? text) => VietnameseDate.TryRead(text, out ArticleDate date) ? date.Text : null;
}
