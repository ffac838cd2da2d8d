"""Exports."""

# ruff: noqa: E501
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
UPGRADE = {
    "sqlite": r"""
        CREATE TABLE IF NOT EXISTS "export" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "path" VARCHAR(200) NOT NULL,
            "title" VARCHAR(200) NOT NULL,
            "saved_as" VARCHAR(120) NOT NULL,
            "kind" VARCHAR(10) NOT NULL,
            "state" VARCHAR(10) NOT NULL /* PREPARING: PREPARING
        READY: READY
        FAILED: FAILED */,
            "done" INT NOT NULL,
            "total" INT,
            "reason" VARCHAR(60) NOT NULL,
            "begun_at" TIMESTAMP NOT NULL,
            "stirred_at" TIMESTAMP NOT NULL,
            "content" BLOB,
            "session_id" CHAR(36) NOT NULL REFERENCES "session" ("id") ON DELETE CASCADE
        ) /* A file that is being made, or was. `path` is the page it came from; `done` of `total` rows; `stirred_at` when its maker was last alive. */;
    """,
    "postgres": r"""
        CREATE TABLE IF NOT EXISTS "export" (
            "id" UUID NOT NULL PRIMARY KEY,
            "path" VARCHAR(200) NOT NULL,
            "title" VARCHAR(200) NOT NULL,
            "saved_as" VARCHAR(120) NOT NULL,
            "kind" VARCHAR(10) NOT NULL,
            "state" VARCHAR(10) NOT NULL,
            "done" INT NOT NULL,
            "total" INT,
            "reason" VARCHAR(60) NOT NULL,
            "begun_at" TIMESTAMPTZ NOT NULL,
            "stirred_at" TIMESTAMPTZ NOT NULL,
            "content" BYTEA,
            "session_id" UUID NOT NULL REFERENCES "session" ("id") ON DELETE CASCADE
        );
        COMMENT ON COLUMN "export"."state" IS 'PREPARING: PREPARING
        READY: READY
        FAILED: FAILED';
        COMMENT ON TABLE "export" IS 'A file that is being made, or was. `path` is the page it came from; `done` of `total` rows; `stirred_at` when its maker was last alive.';
    """,
}
DOWNGRADE = {
    "sqlite": r"""
        DROP TABLE IF EXISTS "export";
    """,
    "postgres": r"""
        DROP TABLE IF EXISTS "export";
    """,
}


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    return UPGRADE[db.capabilities.dialect if db else "postgres"]


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    return DOWNGRADE[db.capabilities.dialect if db else "postgres"]


MODELS_STATE = (
    "eJztfWtzm8jW7l/p8pc9U+Wdip04M9ac91QhGdkkujiA5NijXTKS2hIxavQCsuPsM//99GouAoRkQBcj0v5gNdCrgaebvqz19Fr/"
    "PZqaI2zY766xZZvkqIL+e0S0KaaJ2JVjdKTNZovzcMLRBgbLOlvkGdiOpQ0devZBM2xMT42wPbT0maOz8o8ERDRnbmkGcqWOkT7C"
    "xNEfdDxCgxckSa136F4bjSxs2/doYhojGz1qjnmMDHOoGbrzcozoTTB2junVuY2RRkbowdAcZD4gZ4KRhce67WCLFkgLgeKH+B08"
    "3cgcUkmdjN/yQXqkR+5trFnDyT3SbZYRMEc6YekH05pC+nmiDydIdyCPbc7HEwf9du9Viif++19w/cE0DPN5URB71TnR/3eO+445"
    "xvS8RV/47//Q0zoZ4R/Y9g9nj336usYoUvH6CApg5/vOy4yd63SkizrLCTAO+kPTmE/JIvfsxZmYJMg+n+ujdyAD18aYYEtz8CjU"
    "KMjcMLzW459yn5iecKw5Dh51tDgxwg/a3ICmdfR/HuZkCC0KsTvBv4//13u0ULZ+v9VW+4qo9vtHSy0RHiHWJrxTQ5NAK9aJA0D9"
    "9x+33AUg7OwR3KB2Jci/ffj0O4PAtJ2xxS4yuI7+YYKao7miDPQQyjpZhrk20awVMLvZYzjTx9wNwj44O4DzaKr96BuYjJ0JPTw5"
    "XQNvV5AZwienDGGT9ixuh9PyrpyySwD0Alh7brFkBnBDItsB2D+xQHjRG+4f4vfv02D8/v1qkOFaFOWx/oRJPyvQUSmOdTqsZ5pj"
    "meRlqg+zYB2V2h/WR7vqh/eA9EC3nEmf9tkJrfqCnk1GOioVQxpOOzodlf3rB9a+14B8IahivPPFPzJ1vG728jXONE1zdcOMN8sR"
    "HmLNxqO+mTBnWN0uY2IbNkxvjnCY7dKbxi+j91lpt5LRC4nEkdOHDvp/yKBz+52108UMdzDXDUcn9ju47VtMcgEiKHlq2/9rhFvq"
    "b03hW7wR1xrtanw2DAVU42MaBTTT1CEQKF1ncZpmIDtdPY6dLg1jeKrpRhZwA4ESgpsO3XXwLuFraGQ818Yr2q9I5lMGs0SfS6NL"
    "/iW4w/J7RPzxMSPmR1++VNDjY4/InQqy5j0itioIk7gqJVU9pKmF1XUQrwELD01rRIc2zUkeEWFkS27rMdF1oyIkyjVlU6WmqKhC"
    "8zrSocOACVdO2dmX2NnfPsXqJSgE3UjqFYJDdNduifF+P8in3h3BM2lzx+wT87lPh9YQJv5p/1RsQgmarmxzSl+idJ3Zh1RDxYc1"
    "Y8UHd7AA3d/DY0gvBScG2vDxWbNG/ciV0CzUHDqmlTCHqnqC9S8yNjT2isvoe5rLC1bI4X5Ui7NH7pQ41i3NaNvHILIRSrJfTpCv"
    "1GjRznjwwhF7HTG4unnrqrmllBUkWsx8ujlKF14xB7s0Xo+SNpsZ+pBhsCFQguNow0mZoQpecJ9IHeS3NzDNR1rIpjjNZia9QZmb"
    "1OIN94rVQTYqZnrfDKUr010plBEeQyeP22tEDVpaWZEaaoaxcUOa4q5u62XtmCb0/fpP8IJ7BOogG9ODboASaTbD2qaNSmCFlLRF"
    "cYReQ4iYjj7EGyLUYoWUFKEptm1tvClETbeUMnVIoLczT81VmrzopdA3ORyac5KgOvfhbBOsmvRfii9zUVRJGh4gOD2dxjCdaoS2"
    "nZFXHAj72hQ6/9KHRwnUWe/K8Trq7HCRJwV1dopHdM1uINMaa0S3WdUA2XRm6VPNekET2kk6EzTULPwO3cPj3DNS6oLGSq8AudW3"
    "QP2F7oHSyoiodMhHDrYs3TGtlyS+7J7v/jqF9b9HfmNkJ0HoSWO2i7GgdAeC/1dr1k9Pnu4uu/bw5ezx9ps8uZ3Wf94pZ7PBVDbw"
    "ZfenIT1ffjutk9sbY258bne+C85keFU1bm9+PNyenj/e3Sl1mqc7+lanxz+onPGd5n8eXnYng/r598GpbNDr326/VZ/vbur2t9MW"
    "vV9nrHSbY/XxvCOJZ11VfOlMzmTFqH38n6N/OP32Tem3g2z02wGn36ak3yZTQlfTbFaQQffAsXkbC+xO2DSHRm8qEfQwgGXpSfz8"
    "uzJOv11fcp6iKzlf2ZOcL7GeOUNsdwwxmNU781ECvnXD1JxkgMNCMYwfQOpg1wCJJNJ2p9oQ0bUs1iRF8jqOgBrDLsIpekJ3GASy"
    "KDTiKJtknAPmsBTHOQXONrae4PZLKFdN08AaWUUUCqRiKA+o2K66DL9/3i/K1Xa7ERn6qpIa6y06zaros9IXaEstNQY2nfuPYNXs"
    "LlazQb4ky4FPD/zEnCexr1ZP8QKBjSZ4h9OV7GR+xwmIoYnIWSo29dkaNvXZMpvaNRBQAJPGSYmsGCVjUjGo9UPUSNLHpT//Pj35"
    "+MfHPz98+vgnzcKeMzjzxxr03Q6DMzt3Y4Gwabe8IUCKfsgbANfDA73ohvBcmwc8HBWLtnmIGHGSXXqoBjZ4EtkUJ7eUsoJk4SGe"
    "bYHdKvvllBUo2zA3/eQUWkRZ4eFMTc4eO3hW1EFCtF9a1MFAlInyk5HL4q3hErgsi9Xdai7LaJEnBZfFzQ38EQ25LJhj9Kw7E+bH"
    "DJZbCBS0ePQOqfSEYWqjwFvafDrATHKGzZmB0fPEBO9rwcQP3Kc9mNbQ9YfmCrm3S6K1vN2DJDBc/g450/O4Qf/hjtuKxByxZ3io"
    "a4aTsGEx3e7/SAFF9oF1dHldQZfXPaJeibJwLSlqBQXJHrkWxAtJUGWpJgmtCooc9siF2FKZhJfokXZVUcUge/iIlqXc1q7ajfYl"
    "Ewkf9YjSpnka/Zu2/EWUKyhySCVlsX/RrqltuS+3280Kip3oka5Qq0ktQZXa9LahA/pestBpCmpw3+gxuDugJ+k/+uzXV+qV0GgG"
    "WWMn4H3lcFGRQyrfqi1Eg3SPXAliWCpy2CM1Qb6QgovhI3g2+pKy1Aoux070SEvsyMHV0AFFtCNfioCGl+iRUM4gGe8q38pS7XIF"
    "M1k+IkLF8N4D9yuN9x5ucN2j3Y9Os/AznR5ksY5EZHLZRnJh/X5HQG/DMhJRyLKZVT/bhCkitM15UzFWGrmmSSELAJu2ZoQ0IsQh"
    "jfeytEvICGhIZAM4i2k/yIHmkjU03l6Xsa2bFtbH5At+WZrFr7BbBQUdZiNd0jDQ05b2HKwvox8pTdC3xj4VS4EZvHqU0LluAdnF"
    "/pmSIhsZUVIga+tJjmkz45rSEF3MXuBVUENdYARSen/U6jQa7tab1ygRb2OOPBDIuTWSWyO5NZJbIwsO1ptYIw+lC9+lGUlxdRlL"
    "RiR/4rHahOTPcNIYkJhpJmS1qTDzykyzWPwd2E/80ySYnoSAPMQ3vLjGHDvJELR5gYkGncV82LUXcYNOsQw6Xq0sIb1SubYQ2J9m"
    "reC0Y65c26fugq+wt7nCLh5D/lDmEOGvHobGDfG58/bvlqQtFoDefIgNic/a32jWzj6/hFm7/1munrX/9HOkmbV7ETPpxJkFzbTd"
    "ufWxO60eYNj9bCPHpLNwmI//y510v0P3riDzFTQ0p3RWjkdAr4Jp+czQXKLVNHFav/s78mibBZgwrZvjF81Lx34n+Lt00+F+JFmw"
    "XUiUzwfKTsINPeiW7fRZ35VhlRqT2t9S9WRXSG95nWpoOVCNCu0P1HP6dyC4vhltoWj97k7W/vu1ARcU0txG4Jqg1IQLcd2if5dT"
    "bGFO68LSnZejhHn24uLaybYWyfb6jJsgT8KGuPbm6OVdyOsmKLgDr5ve9gVXZwIeOZH5hC0bY/svhKcziHcfOkdlITebRBMTmTDx"
    "RSMzUbX+Ns/AZ+UF6MrWzcq5E07uhPNNhl/uhLNc0HNfkTvcgVN83cmeoN2y5qQ4fq/edix8K69X3GdRcRwUHCJCPGzLvi1UfqyR"
    "pMXzIgzJmqVzKFMKU5W78eFfNvLkKoz19WBaCNP1J61OCpBLEWMZ6Vr2GA11R/+JCYt7YTvaw0OSRWp7BfMlbsGXuOaMwpInTH1E"
    "kAepL3SQ+mLtfXzT2dwWdd7FmsMV9Pt5ZTcFtu3NN50obillBWlkaQ8bBwuHMsoE0PI07vWts37QuJ1vnC1CD7eVbbPbmxpfa5ZD"
    "cKLrLv/S2qnxLJQpzdTYzY7sF9vB0wrjRD3iFzDnPOKZgyaaPcGjYzZbhWv2kM5n6I8GBh7NARvOlKY1+xGmvYlz5O3fgU+WCzDM"
    "r5ssJ5stVmsaV5gtysDS2gmRiH4/ffhuMmlzQzKls7x9+pgC5E8fV2IMl2LkF9YNZbEBLSS4o6qtG4aGFgbIcqy/o5J8AV7oBbiF"
    "n8zHXNUcldxCNRdTT3uwtZxLK8DjLfANSVtE6o18LhwiVnzzFjevFtR4yPS8SeoRT/+7Rjfi50ihGLFMw+OjasQ376GJSR/wGMFJ"
    "j9kKm9G0JVYsYi47meWPlRPam2YS/BfCZGTTFLqnherGfZLaZO/3T3R5ETK0LvaqQ5Hc90WxNC6sTpZwTufH3JctsvblqCap0p3Y"
    "qiAv0SOyCM6tZUGuoCDZI67H8Apyf3vkShQuKgj+94hwfS0KDaXfrtelGrggj52gOS6aUosVxQqJHPZIrd1ShZrar4ktVRbpo0SO"
    "qXRHvWrLknpLJf0kuFeX1RbczUv0iHKrqGKzgtzf+Mf/NuTAqfbSt/VxgjVgrSvosNgefUEHZw7WGbSte5/i8iJ31daqZCNMZG1b"
    "nA92G3DDYjUGGxuwssAWCGwIWzFnXilR84bxjMSGqBTfzxcH1d+/lRXWmBz371wgt1OlQXTNztPQpH7DzachsuZhdgGvGv+jfWAh"
    "nWYXs8lu3Wd2ZLvspu02XFY54Y2PMhv4TNs3+exAEN+t51UPrSTnqwsg1/hfDWVK5YJ1TP6tE1fhNNFsREwHtER45PpOdcxHTGKU"
    "nb/QPYw7wdbvoTbThrTBoSHs5SbHqOWT4TWf9J7srHV/t+bEoQLMTI7XqLFYZWemtkSlOLnlVXLLI32tvNpCX7bQ2sKq3L5RQOfm"
    "JXqkKgoyO8F+8+jcTtLo3E5W69xOlnRuAzyekxxch7AcJ7QUjuoQJe7jPDUcEuMVXOgKZjOVHDUcluNspSLXMFee7iLKIL2cdZ/d"
    "QoQr+LiCb/cKvsDHXLzhbgHYcjmciIMa+lSzeu0Ljaw/Zqa1Kf1MZIWUqP3uVOsk4xntZDBxNGeF8imW43idDspazvuqKqpN8MKr"
    "gqWPJw5z6D10XG0OYZ4Bj9GzDr4VWMQecN3BNo8xx98j7eUdEmFuhVhwnyEGLhRBWGcuBW19hBllCll4rMPDWC4ZSneWdVNv/Cxc"
    "WVWAUfZ4jbKKNYm8apRAuNB6FEVs1CsI/jMek9hSGY2J/vbIZUeQLyShVUF+iuZp34hyv13vC6rallviLc0eP5VH97J9vpP/uS7X"
    "35odXiEZvscrsn7bxh6vgWbrCfWxxo+oL1A6D3UfUu0a/bBm1+iH5V2jnHLGKWd7Q83CQ9PKpxqLiXIFaKHVY0FtDRKYGasnnTEx"
    "rtGJfj5crVz+72axOn7KGmcjUZgrmZfGIA8l+knkxDeQ5OCu1zlHW+Q2NKS5vUoVA95XlaSJ33AKImSobXKYM8AcfMqZqZC7VLn6"
    "zgkSdK0hvwWrlazDUKZXtas3bD+p741WMwzzGVxvOSZEa5keM70mc7o1m1v086clDGAvqT6coGc6W7OPIWyidww+ucjI1WjqDj22"
    "mSZ0RMFP4Pnt9c5cc1qAseJ4jeZ0TDs8knHBEJbhg3HcnO5+NXmV0SHxQqujBVUValdNpoZepIMttn2hVhMVJdhp6x0XQ+GMR7pv"
    "Bkur3wyJFLlacuo4tw/xcKIRghN0dem+gpB4keE+um7LqtAAywr89siFqHypIPhPv4Qrulyll+Anaeu5u1NeDPbMs03vzWqnIbRq"
    "VC5I9kitIbWkWgW5v3m+oe0TZmGvgObMrexhKaNyXNsUxdUdW7Nrm8JyXE1baHUTt2LksWIE64ocH0dclqtji/x98F3nW1+TuI6/"
    "s7J8I1Ic0ximhQpQcrCQrtFjr4qJwBWrxzniInDPCHvwjBAK+bBpm12UVE5oo6PLBj4RuNfdN/OM4K/lj5J8IwQXj9d6R4hkS+kf"
    "gQkgzUYWHmK68B251G/XbPHMzmsj9GCZU6Q7FYSf9BGmX9sxIhAMEIF2ib7QKhcIWyq9R3rk3r8Y+EfQiP1MM2kDc+4g8JQ+ZK0S"
    "bqc7aEgxRL+1a8r178g3wwCurixQTNFvNbnx+1/ont4KmK73i8ca4aEODPf5DOIbOpUeYQ4ZJrQ5gAlHuRL+fXr26diNgmiZ9MUQ"
    "LHYg9OF05p6e256nU3Y77dk3D3FbTlHmS8drbDnDaVIPqBPNelmxaJomcXYHL45LrD7M2VISqFWP9xwsf7uCXJVagnwbsKSDNXCj"
    "3bqsJvCkq7eqKMQWAQ+0s8rEWw8EeGz6Dejpfq+aBfmwTDF2DMBtS7NjwBuOstRISIRXyNYrxJ+85GN9h0W5OaHQ6lILU0gzb+GP"
    "SvFYuVmi4iyvqZZqY7kqMkbyDJZP8qLAQ6yJFKTAcEPMHtQzFOrQdPSkOYGvA/Br4HVNQCsoqURagDwLe7/xrVvfhxpoimV+P/SB"
    "pFnumwT/m61SPTnXEyH+AXu/2UIFiItQ+jEyHzxaIlxjMUzJbO74hEagNjJDKmMrHi/xFunSN1EjsP8H4OvsAgwHx2vW2b8IxU+R"
    "Llt9qVVBXgIoS187tE8GxhJLAOGpJilSuwWkJzcV/4Tehp6kJS1FVtP7tMRlyOFvXv6UBthPq4H9lADsm7rgKuaAy83zhcOUFurg"
    "JMdba/WhCyGuEz3OqROdaS+GqY0yuw6Oy5WvM96682APsixKt5AIV7ptXek21UY4h8ItJMaVbYVWtuEfM50Wl8cdQESSV3OhqxnW"
    "4jnqOCTGKcZFq9+NFLypFJARLsumOsgIf+YgW8r6aM1Tc6AnBUrNjlSTlQR4wUOVB62MStsoDAka2yWcVqtr3cph4UT9vKn8hX6V"
    "0ZCWxjSeEPdlQafytKfvkBoEkgH1GPjYJG7gGCrnkpBsPLQweOk0XvyLA8t8trHlRWG2HyHuzMB0JkCb8nhNyU5D3/KBGAFsOLUZ"
    "9+vZZ1VR0A3dI33RUubjiXOMnrCl02qmhegO5IaBhM7EH4Ev9rJ4aG8rvsl4ZuyuHjWNFUyn77pjY+OBa5GLo5HgAXbeeI3sfryZ"
    "cY6JFVlRXxio98w/LOY4vk9VG1c3lHCdEq5gc0axz7MSjQjytWiR67hQRD1ez5ynV2wjH+fpFY6nlxxLZqOtZRfmcD5d4YwvuHa8"
    "ToUxCudKpbzwJd4hAT3oBuy3woE2wL9oowfTGNHl95zAf7rgRjpdtmtops3osRs11xUfzMHPHjEd7DLDvG1aEFAwWVmx7wfgKoIC"
    "9GfHa1QEpQ8OK12ILVVSbyvIT/XItdgCHlm/JsqqVJdqdOyuoISTPXIhKUJValCpaObk84swKcqVdN1fMNcST/dIrd1sSgq7a1Nq"
    "dVRRqaDlcz0ithqSooL3u774TZWFmlpBy+eAPHctiwo9JahSV1T6ITJd4gWQqKltOZwxfNwjnRbNLyvwnsETLp/rkXpbFoHCV5Vk"
    "9ap/0a51XL99yed7ROioV20ZiliAtHwuXYiZHpFaSkcGR2b9Wrvl4bN8rkfa6hU4Q2M/gGqt0aaZRADTS8Y7zTRajg/ponesCd6x"
    "TLqYJe3wr5qmgTWyinXhycRVHVRoV59jcGbPuo52uxGZklclNQZup1kV5d9OGOY0k+7OIqSWGkMaRq4sOjs/f+mYQzuJQQNThD47"
    "yABxRKh0OJ+mwvl0Dc6nyzhP8UjXXJAyAB2VKh3S2ycm2/rPBIAl4qzQ73vZY8jqu4uw+n5XwI7hCf59evLxj49/fvj08U+ahT1l"
    "cOaPNVgv97r2RDs9+5TJVhJIlK+dbt8eRX/7WoKhZI3P1IUIp3nHIoLNgM2aOeRRTIyjugLVHBS4qCi3LxVaJ63NZlgzsm7mCQvx"
    "Tye2PypwIpYV1bggR7ZADjdLg+iS+eQt/W0WE9Wtu9vUIo4FNwS3jF4K4wAv9YVpQGaj0jYADgoqKbjh4btQAbguLO0h2eLHLhyv"
    "NfcFWVLZ+ubkQSe6PcEjnwgMAbGQt0+Z+WbwQoz/he5dn432PTOuMULwRJsxmxocePL/sn13D8DOfUHsnZHJ7qoZyQa/N3mKBKvf"
    "3/4GbaaRde949B9uCyySLdCvliWo05kDQ+KFtgiuiislXF+3pZbqXVgc9MhVuyn2u5Ii0QuLNJMQITaP+5vHdrT9sEjeN7xcias3"
    "7IZE+IbdyLp6Gxt2H3EmvZGXfd+e+w+n/4pGABvnUiFFJbkGqdgapLf1B3NAVZt/YR6anG26tlmUdJjAvr66ibSsFDTFva1uQgv3"
    "hCVOdFm/ep0T1SWkW+z4awvYBLmQ9xzQaQ4aYOZ3nq4kdOcdapouzVADJ/j0tdnaYzSirdVbezxqjnmMDHOoGbrzcozoI2BMVxwT"
    "cw5P8GBoTvJy542e43Wa43+PFvZfehKEnjTWx44FpXs3Fry/WrN+evJ0d9m1hy9nj7ff5MnttP7zTjmbDaaygS+7Pw3p+fLbaZ3c"
    "3hhz43O7810wnu++ff45OD170G6UzuROadZJ9wfN8350Wf+uXZ4YAyLTa2cPd9Pzl9vTm8736uef9Nr7O0U4l2qjz6pxfqmefL6Q"
    "FdyZnMmKUfv4P67u462f+vZb9Xk4PT+9o3liT13t1KuKenJXl2tZnnrydbtPLSY89eBD1RjMlGbrW+s9LdeQRKMt1cakc9KtqR2j"
    "0xW74ueX5/Hn9y1J7rQacucradQE0nnsXna7rapaP//aeTz/qp606NsNZ4aEO53Z1zm83d/RkDG0P3YpSaM523H1H8hhzwdT3XGC"
    "GQ7N+h++uH7TxTVdPg+SSH1ruGaBROn24G6fMhl8Brk0F77wrvQWW0D6SOlUm5KqihcVFCR7pHYl1r7AOS8BlN56RxEa/Wu5fd1W"
    "4FL8DFNcyO0uXPNTQKLt19syxAX2U15ZQRGQC6b7F7Jw06qgIAlU2gvIxX6KoQYZW3SOlpvZvpAutCarLslA2mY/UFkKUNyB8Xwl"
    "tC5FqLXomR6pyyIc0MGIXg4d0IZEF2mCdEnr1U/5UaH7wI1mTSx8CE1ParCGR38CTj2LP+0nw/z5MGc+ypOP0uOBFd/qSkDh9hLs"
    "jFKTpWv3nJvskaZAW58i9BW1c8F0drETPdLuqEAUV9s3rUWuhJM9Um3Lrb5QldsCfaPQAW3w9NFoW6f/QzzzEL08T3PffvfHg6GX"
    "PBi659OFLjstfTxZ4Xn49YpOKGaPhEpFbNQzztqYDB3x6H9WqewTdn8XvciiB0m3Y6QYQ5SFxzrcL6tX3rgc55xEcYUgTA5drvdh"
    "F2KWCfeSYOm4xjvZfbAIvJCtHcfleDuOdfmuJiqTJW8hwi15W7fkzSigmXbYBAIl7Ei2PRoaGhnPtXHuNXxYvtBz2C90xvr4SOej"
    "nQqy5rB2riB3uMlcCWnqYHUVxGvAnDs2HQL7PxNb+drNp3FRvgc1wx7UuLI2iyE7LstN2UU3ZeNZvpqOiXJHTEWuZ88Wk7GKF1K8"
    "dotcu45mjbGTo4IjgryOi1zHXqT7PF9xRJLXcpFr2YQA0bn66qgkr+Ui1zJ+eMBDR3/C/aS9Z1DPyXUcl1tXy6WqYai12CIFE+jT"
    "MuIXkvmVsZtZJkTjzOpBICbG1aNx88nD3NaM/maW/uVScimP9oPwUacliw1JqDZEcMPmp3uk1W7V2s1regjmsfARvSZeMq9v/fa1"
    "1GKO1uJnwMDekdV+FSxpQdI/eyFeyxLjikSP4a7gW00R3Xv66aIY19x6teZJEWBWq2zjcqXT3G6fe+BD9mxaowRrhYp/rHCQtCRY"
    "ArDXzZvEb+p6m0TEQ7+fPW6o+Ce2Tgn2MW/WESYWVOS+8EIU1Csgf9CfHmmIdZX2QJ2WKt9WUPjI5awB6+dGajRc2pp/1COydHml"
    "9htt5vwySIddc4Zdchajb1uQODJ7VYnI8RlFjEQV5lWnBTUixLcZLcdItrM7qolK8WYa6/LNoWNmJQ1FhDiiPDp6qX0plbMztXUn"
    "O8fK4fSqSjFdUxW0kW7dN5U7Q9oCsrWgoJIiG5lLpkAWvu4t4KroB6yDfRXUUBeYAlJ3nrQFUC+CgsoJa2RCmc55mrv43GcXe6DY"
    "xhfqKeD1JqPbAHdRUjnRjc7b0wxg7nJ0GyPYoqRyYhtduWd2/Rfph91YVMuo++Hb619eD9weDuRVDsQjLZOYjj7EG2LUYoWUCKGd"
    "ulgZ0PY9hLdf9q/iXTpe61wllOlVzyoCckdZiNfOBB30YJlTFmZ+ynyXIMdEGm0FE2z9hZi9HWHNMiCEOw6CukEJQ5rdRoDBsuOU"
    "3d3mdb8of0cnEnPi6Ab3VbEXxcIaR5A6SXID+QoVXU8e+jgHvVhsKPcTy1i5gRCv3EJXroW1RC3WOsKDL1EC6/seYppZeGha+ZjB"
    "MVH+KRX6U+LW4HJZLssD6RorBte170rXvn/F8KEim0Yz/Db+UWUMeyjd115avi8uHq9bwFuRbCmW8M8YP9KVciAHzkc1b71cYVdH"
    "2gv6rWkS+KVL8Pe/Mwejln2MLNOcHiPbMB3kzmogVPtUJ3MH06sQf9uG4p50W3eO0YNu2a6vU0OjCVpc0lr/TZ+nR3pEiN4btAzs"
    "jvdsBXmP/gfds+XG/e9MIUEQ/kFBhnzv0L07XbXvmc9WqEF2wy7cUGaX0AA79CUIsmfaENup1RCR/sBDgSsi3lgR4dfDEtQrg66G"
    "JPYXd3WHne62Q68O8Fgndt/9ZjPguiTH0U1AF9MOMDu2MSmObAKy3iCTAdWQBEc0AVEYyzMpirz8RXauk1NRtIvtR2yakl0Rt+d9"
    "MHuD+CSVLu5kjS7uJMnz3Eo7xQY2igPEOtt+1DUWgA20/wdrQE6JGlf8csUvV/xyxS9X/BYaVq74PVDFb2haZ5ib8v4UWkSJkN4p"
    "pY1hlaAQ9zFcrQu3/RypYoTB1CasbH6Hqu32F/ECtLyO9ogJGryAupfez6SvDryzv5AbbAKyENNBY/0J+GZARnsZmKME/faubgSK"
    "6/tn3ZmMaJMn98jBhmHTO7B7ORBaDFhwbt9Cf8BvCwtCBtrt0H1cYh1tsXZICspgmHqCFaQ7iPYmL7Z3YisxxrTN4l49Dk5b7wcf"
    "PrO4V/QYInG9jK5aD7fflM5kpjQvIA7Wh5Y9+CA/3F2efx9dnr/QcuThB3kyuuyMry8+QryrphvTKkvErsFmcca+Dy6NuXbT8p5c"
    "fhmcnjs032d4siGRf0L0Loiw9V34cTLsnv8cXJ6///bh89Pg9LTzvVr3Y479ea0L5Ov7H9ed913x85lyZdS/dBrj//mfpKhcMzzU"
    "NcNhiuggvBBNWI4dROmK9Jfc3LCvaeka3mO41pb1NikCSYULKLIW5+gSwu5c94h6JcrCtQTuL4IkBNoQLyQBhmwWXSNyCFFXWiqT"
    "8BI90q4qdOHmZw8f0bKU29pVu9G+ZCLhox5R2jRPo3/Tlr9AYJbIIZWUxf5Fu6a25b7cbjepcPREj3SFWk1qCSpz0xE6oO8lC52m"
    "oAb3jR6D120V4lXBs19fqVdCoxlkjZ2A95XDRUUOqXyrthAN0j1yJYhhqcghhFuSL6TgYviIRdNq12SpFVyOnQCfTh05uBo6oIh2"
    "5EsR0PASPRLKGSTjw+YbKUm5BpproA9bA51onF6tSE22TP9a2ufFJCgRuDUbDMKCXIdaaB0qM2lnr+KQGK/gQldwseOtbmWK3L6G"
    "0CzwH+JDtlmUVfcXQgT6ITHhN890avshAgPtRILqbF3wlogcj9ySIXILtxRxS1HxIQ3YtpnjTEblOLDcBMdNcMVGNqtXnshuhg3B"
    "jWygKCm+8T5xAytnyCq0obFTWJRUIugj7XRiGkm+xbOgdGW6Y1xZ4Nmpl5NQi0rydBJtcGu8ncQyprITh82lsHnoGeykAzzUXKuu"
    "7rxD92B5vj9G925/B6lAO3TPhO49VYK7Ucg1uFJhupz9i+bFtGrZXqOhOac4Myvs1HzytgstGZTf9ImY5Zmuwx4Zf/AeLNSB15UZ"
    "nZww9yxghX7WPPP2O9RkXltsdieNNge8FQvy9HkTO+zItaueGo+GdNP5Xm2BrXUyvKo+aTdn7wc33fmo7tpeDelH07caK52P4y+1"
    "UU19f96QO19JoyaQr93PitK9q8u1oS3VRp9V4/xG6bY+d93jC/X9yVdV7Hb8/Orj+UPn/eS6+8Kuf/3abalw7ctd1Ia7/u2Njd7e"
    "eL779vnn4PQssJ8PL7vftZu6PbqaMvv55VX3B5V5Hl6ezwZEdu4oKt8+tJ7vblqz25sf7/Gd0mx9a72n9zMk0WhLtTH5+nh+rYA1"
    "+uV5/Pn9+aX82FVSoDQDa3dn9nX++lvrm7EGlt46zhqof0t666oxJK2nAb3+hax747rSeTRu/DdWOmcP3UdDVbrLdRu3z4d1yfTU"
    "sj0+ZquPOD2NRF1ll5NM/NyY/6bGfDKfDpIcIq62fy0ktqOXfB3nvRm/th/15RdQAMeVvu16XZThhJfoEUH2QiN5iR6RWv2upEhq"
    "BfkpFkvkuiGqbgglL8miJylX7RsWOgkSwAlo1cRGg+Xzk8DFUJiq2f0thuWeE2U4UYYTZfbM5cj7rb2Fh68cH9q1LDUFCN7kJXpE"
    "Fq9FAeIysV/WzLvwIXVF1sK9NG12knItthQmvEgXo+ogbLtt9zerwaVCihyXS2p97kBNuL/0Q/siwVdG/8NHR2unRoe/vtpptjvQ"
    "k8XO+LXep8NnTVBEv/b943Bt92n/Kcpdr1dLPp+nFWx/soSf9BFO3Ku6ejYaluGu+dK55nvAlqUZ/exT/wTR0mH+KQ3kn1Yj/mk1"
    "4Lptz3MCvhAtHeCnqRr56ZpGfrqmkTPgsoZkTpb+tbd1e4g8aYY+6mfeG79K/lfGdDjRCMEJMKab7oTEiz1jbcuq0KBzUfYLyx/l"
    "C6x6lC90rnrVbsE0FX5gmSirLVi4eQmY5cDyAk75qR4RmtVOAxb+FRQkgWomtaQaUM3gN898ZvtUs0WAEksfTxJoninntcvF7HEQ"
    "UMRGPeNAwGTopJX+Z5XKFsfub49cdmBxCut6P0XztG9Eud+u9wWVLsZbIixv4qeKsVCx8FiH+2XlXsXleJi5FW5DBiuUZa+4DBns"
    "WUV2yHMjWDA5uvPStzHO5AR9SZDjnQZvWx8TzZlb2aNSRuV4nxGLnUrRyKQrCARK2G63PdAZGhnPtXFu21VYvtDT0y90Mvr4SKea"
    "nQqy5qAtryC3d8tcCWnqYHUVLHUbYfN54lJrzSawmCzfJlTobUKguZ7lq+mY6BYq+nDGioOr54CflrWWI4L8Yy50JfOdu79AJfOd"
    "uyWvYJ9qvFzDK11ph0X250v7/a4WGFt2pK1Zlv6Ub4oTkeQznCJ/NgM8npM8E5yQHK/hItcwi2ubb+jj3/BB1PAQFDqGkauW47K8"
    "pg+jpleZXVKYoWNlFJl0V5NU6Q4UfF7CNzDLQmBhpskecUnBFeT+9siVKFxUEPzvEeH6WhQaSr9dr0s1sEzHTtAcF02pxYpihUQO"
    "gebeUoWa2q+JLVUWgesePqbSHfWqLUvqLZX0k0mmceVWUcVmBbm/ufSVW1cau21hLY1zXbexKXWzyBr6nVD5zIcHbOWAOy7H0U6D"
    "9oKHkc2OF5fjdjzuH2jHkHL/QNu3NmuWQ187I6ZRKf7lxzANbxdODWlYiDfTuNXYMLOOTyERDud651Vu21sGN7MXoOugoMOE9VUX"
    "QJGvNIWLJe4WjLsFe2tks7oF8wO7bIhryaLwxFENDS8pMA0WS/vsZIs5uXoV2fjCMgW83nx0G+AuSionutGp+wYu7Cw8hVe1NvTM"
    "JrvFlMo725Iyaz/e6w6kRUYJuTp53J4HxAYtrawNiZiOPkwKgp4FqxYrpERtaZeOEIOuKcELYrjbWu0C0QrnetX/oYD8PtUNDwc+"
    "/cDDX4UFkjMfENaGE/RIc7DocuwoCHcXiWi37Mlwy2UneBP8O+7wMUwc8m/uOkYLOR3kftLe1E/awfDBdti3bJsSFrT1JUzTuuxZ"
    "yBd6j8mNKH6pIPjfIxcC+N8Rbnvkqt2RlQpiP3nstzvYsJydm8e5rMWneYSGm+ymy5gk1xCv1xDHhvYNF9nl9Fl+vKzHiLWyzKvt"
    "Xc5u2aIyYWbrLzZXz2onfo4UM1pQk6EJfSA2rdSQq0BHzFMKPZyabgDme59HuXBxrbuT1LmNR8deSGZ4cUSLeTDndJ7qmGiiPWFk"
    "zQky54lz3j3ffVMf2zfCFn1su/GMzcHpj0c3MrPS+V6tGiB/Vz+fjGrVz52Xarvb+dFM7xF6uEU/2JM7L2706eRpcCk/DC+7L8PT"
    "8zmVI3c3Z493N/LD7bevY6XbHKtGt6nWqlX18et4eEXzXZ7Tewnn4PFbEc8/f33fIenfYrRRTOmzuN/y2d1npU7ztUbf6g/a5blN"
    "8X26m94Zw5nS/Dztzmn5jxBnWhINVRLPuqr4PP7aOROlq+rJkFSfhqed8bUiEPX93aXclSJv8vcR/jHTaUfN3Uq//XJpNreoRO7d"
    "4yHxQk/sa1dtCRwRub+e72PP83ExpvTQpyeye1e3+ZAIJ6wkoJl9lRQS40ulQi+VQkNIxjqOSvJqLng1O5jYemLk75X6vKgQ3+EZ"
    "V+fxnWFl/2wKokg6nBrmXFjOhT1oONdoOjn7bfvsN84v3hW/+C318sUcrw5dLR9nM62PwOkTnlJF4ewbfu4UinvIG6eK6BCb0nwE"
    "9biNHvHMQRPNnuDRX6AuZ1FamZ4dGCU+dwQCVYYjaP62iHb5+7GniGd3YQIDPNZJQhzOt3+c11X7XDX7pqpZ1hD60ACStbPJaEel"
    "Shf579PHFIrXTx9XR/34uBzSKL/D9+Genbzn0Xyz0Ht+CL4eabYh3hT8L4bem/O1tq/gmWojnEO/ExLjatFC63e49vuXqGbgauSo"
    "45AYV9MWuX4LoqY9oE+Y62kLpFjkFMod6mq4tnFX2sa3IqdOcVe3decokaHqXzxeT1Od4v5TkO9VnVebYDTUDOMdujfMsRcMlDFC"
    "QdFk6PSyTpgGyfVV8C+bZUc0s69aesGaVUHPOm1NcweNtZlNC3uiKNNb3KOhOSegsgId1JAmTKCZLiu73ug5eqRH7m1sPTGfh31D"
    "e2b3hFwj7QUyPU902BVGT8CXM6KVjJ41KEl3kCt4TO8CgPepxP1C9AHRMf0vOH5BIx02xEZItkNwhYxHyKRPSB/j/pl+NnRqYOug"
    "lkP0Tsg/xRR09JSFaQGgpaN38Di9UNDMMqc6nc7Rl4UoQ7YnTGX1IdsYabuy0J5sNMDOM6ZPYc+0IV6p5fs75MMDqgOg9dNevNj4"
    "nrb15NOnjcinUQotPf4+uDTm2k3LpdTOlKboU2pvug+jqfFT+yY/0Dynd3dK85a03tP7GJJotKXamHROujW1Y3S6Ylf8/PI8/nzy"
    "uS6LhiJ3Wh2585U0agL52mldyN3q4rjbUpXOqO0fy52zh87jebcrdtix+p4evzc6sjK0pdqorb7/fC3XjQdFPG/Rc7MouTXi9oM2"
    "K9r9/Gf5fCzuCz3LMkU8WwQNz70W6dsiBbDL7q3opXDL4vzaN1biZo/dvO2QzQVS3m4/Enm4/0qpPQyLcO1hgvYwNA5kQ3Vly+W4"
    "ut+v10HnMTUEwoU2NiidalNSVfGigoIk+G6+kGSxxk4v0j0i1GriNTvrp+g5RZEuW+ycl4JIb3253VHFCvJTPdJu9RUJTnmJHmm1"
    "q+2L2/5Vu0nPhg7Ak3PzuiGyGwXJHrkSWhfiRb/dhY0AoQN4XnYT9rRuqkc6raaoVhD7gRz1juJmYAl6D2ZeabB7+Mk8Bpbt+3r2"
    "JskZvuWQBCfPxr9icCiR9yP2ZQv9DV/LUlOQIbKzm4DWfi0KKjR2+IXvVpXAiOj+FsOMOLcofMPczvFD4oWuHLEpypdiq0arJ0jS"
    "zgkS0DuxX1phtNOSIF67lyhGFdGFu62PcP9nYjTYqmkaWCPJPVJcNFZHAyq7q0oKzux3yVFttxsRM0ZVUmNQd5pVkVYBqwGaSXf1"
    "XMs91nCiEYKNvJ9GSLzQn8Z1W1aFBgSkh98euRCVLxUE/3vk+qoNnwP7SYrR4IaUEIPgEiw6RLPaacBQTjs6P0nH+YbUkmp0kGe/"
    "xfiwFu4FLX08yc9mWS5mj/EGFLFRz7i0ZzJ0pkn/s0plfaD72yOXHUG+kIRWBfkpmqd9I8r9dr0vqGpbbokwyMVPFWPSZuGxDvfL"
    "6sY8Lsc3b8RxHZrWaE0cnVWwRsRKF4bjNFUYjtM1YThOl8Nw0AGbOLrz0rcxzhT1ZEmQ450Gb206mBvQs6/U3qyGPEm2dKh/SgP6"
    "p9WYf1omL+pjojlzC2fdvRST4930Mq4JO35Xt99AoHSNdicRkkL2w0wdc1SsdFjvpFt+pjOHBJRV/GOF+i0QKAG+69h64jc1ssL1"
    "UfytKXxjAAdkvUa7delnD6Fea7Sr8TFwNKK9SgLcn5V2a8XQtxCJsyX1oYP+HzLojHpnwC9MnIO5bjiwOQdu+xZWToBofYXEsY91"
    "5FDAUoVATGhthfJhRYUsRErwBUR7mLNUPczZmh7mbLmHmU0SNWqrEQ4ESofv9lfidFY8nmvj3Ia7sHyh9WdfvlTQ42OPyJ0KsuZg"
    "dasgd/mVuRLS1MHqKliaZMe4Mlmo8HFZvuGh2IT44RDP8tV0TJRXdLErmtjP2ErUwr1SzWFBXsmFruQI9Ta5oldt8IwJrqvoclUy"
    "VFycwBHQQDNAGBH6peELc6+z9jZxWb6drsj9TYT4nK+mA1le00WuaXcWkG+eGBXl9Vzkerax0zfnTp6FX0SS13KRa5kp/PJ9zBFJ"
    "XstFrmXudbbsNaw5Dp7OnCyumsMinGseZ25qM9Mwx3pSiMzViIZlOKRxSGFH7miexztSVJL3REXuiWD/9Uvfwlqi24TVhrG4XOns"
    "YzuxP1r4YW5rRn9sQRypvIay5VJyob+fr+qo05LFhiRUGyJsCvPTsAtNBSqxULuCrWDho1yWtO0Ti+miKLctMxAucs0I19dt2u83"
    "GRs8dNAj17LYv2jX1Lbcl9vtJuxwipwoSA2x3icTYygkUoIea9+cIZ3Yug3YLCG+dk9SWIzvR8qwH4l2IkNzmrsTCokXuRtqiHXo"
    "+739yOEjCCisXEuq0JDYHuLwUfK2o2J0TCNdGxOTNvosXVNEiHdOmTunCTZmfRatMwvqUSkOe2bYh9D1GMaajUIpNk7Gyihyb1WT"
    "VOkOGF9ewt8SKQvBnkia7BF3tlRB7i/tyUQBejD6n/Zc19ei0FD67XpdqsFeytgJmuOiKbVYUayQyCG4aWjRmbLar9HJmgyxGiPH"
    "VLqjXrVlSb2lkn4yaTOncquoIp3dub/F6DsXeysz+/mMyPGNIrHvNOxUKy2oESHu5DM+zIddkKWFNCLEG2mMn61ZDn3rrK5oI1Ic"
    "U+7dd8eQ2nTFlnkfo8O3MFbS+ErmLny36cJ3eQqwBWRrQUElRTYy70mBLHzdW8BV0VOxTIvZC7weN3DRBaaA1J0nbQHUi6CgcsIa"
    "mVCmCxvoLpT22cUeKLbxRWUaD/TuZHQb4C5KKie60Xl7Zh/0IdfBpqMPk7gfVU+w/kXGBtuOvxruFiukPGgz5HYYqRIzt+ZJASqx"
    "uyV5bVxKP08qz/xufqQ5LJ7jwBy9VFwP9nNakRZ4fWcnwbG8hdG9d9p5YU7s4flGx8gEp+7PNG/Ie/47pEAgSJMcgzt6mlcjLJt/"
    "Q0jjZCf9b/tIzF+/KxA46ncP3QiWEw0c89M7gLN902a+/hMfzzDNR3oP5x26d2eTrDggmvmPTkyW0Qsu4HrNwlaPuM9jLyINaARJ"
    "Usu9p3+KvSkt2xdbF9AAbvMvO7hDOJzBcTScAX33Bwhe4Dr0d9gLermHGk0PzenMoF8CfUltQKWOkWa7AQiAzw7RDLzoBH/RihkO"
    "IQhUuCgmA7hNoQr8wtKGAk10aw8tiIrRFv0fcEAftIZ1mVJ5wV8qaUW+Vzzis1fu+5mXHgdekXvG557xy+kZP+icMrrHX5LjvtwT"
    "OAyxrj8Pvtxb/q/uLd/3Nes6kvfTPdISxQulX2vL4ChfarcqKH6mR6RW/6Ytf6kgL8HYbQ2pKbU8393BATPSylLrktlpIQG+ccWm"
    "eNEP3NhHj3uk3pZvBPkCLgVJkKpJF252lugRoLW45JYeAVbvhSzc0McNksUwvnIP+Fv9MkvvAV8Wv3boSh0+SpaAr41+Bk3B/RhD"
    "Bz3SFBVFuISI2m4CiBPKdbulgPd1LwXfZvu6rTDv1F7Ki0ohSMBSDZI9oohyV6qJ/dDVpVPF+KrofPs7zh87PSRe8MZA+0ShAS6i"
    "a4IseiE/Fid65GtHaDBWipegXaEgqazD9RLAUpEu+l5FKsBVCR26pPFLqQv8myAJTetCqkktyB8ke6QqXgldqd2RKyhI0q5ZUAXa"
    "L9P/PdJWr4APw36K0VS4g/LSOShnv1nWbtoGlN1icRH34Tpbz+YwWy8LzzMWKiGNJ7mT1a7kTpZ8yQ2yATvgwKYEFpQ/mtFf6X91"
    "jTPKJcnSwb0TH87c6yf3+rn59LawXj89R3/P2kum3iQmVrqmvv0YBjw8VMnDQ/FYQjuLJYT1pzyxhMJiRf5oirQkCmCzTCP/BvZ4"
    "IUVGn2/K2vEkjweo2u8nzKMl7WjjBneQ/6s4NqL9Tk6/p1FJXs2FrmafJJKrppeEeWUXurKxbeNE3+Sr/TuEREow9di3cwd6NUHd"
    "sT4AuZUYkIo7+lkbeNzSk4yEa4EOZDjSGZB2mc4QNkNP6khSmtfjhRTZYYnrVc9z8hak2Xp3hfc3cL3U70qKpILLJT/tr5D9hXEx"
    "VqYBc32pKte4CgnJ8BVSEp45wiLH5Eow2O6ad872sCxjvDr+ZiDAo2+un+nkib7p7gPKUh0hkWJUCNyvbBVC1wJJ5PbVE/64XAk6"
    "or27dAv2z/XNhyyDwJJgCcDfAz+FzvEthlmCan113LKo1IaByw5nLpMQt8xI3P+ydvHki/C1U4a1E+2tHdPC/cxx2pcES9Av7LtT"
    "9jDM6ns5LJavsR9O17BNz8uWPtazOk2LCO10YbnP7bfb8+yXpcvw8/OeInNP8WBazMHHZkEmlkspspILrsGuL1Fl6qzI4aoNZDW6"
    "sGtINXbSTRVDpeUjn3mYXRLkH0/mj8dzeZFhHr6Q+KWDBz/olu30s8MXl/ulQYRlCUUj40IwLPRLw+d3gEk00zUtMCL1SwNoaDM7"
    "F5MiIsgjvhWZROGT1QGDPvQduYkzy2Xwmi9yzXsdHX3dvPWeXAKv9SLXOsVvOM8epyAmxu3k/ySimsU8EpYpwdJsL1tZ/neuW3iK"
    "SZKlfN3OoagcRzsN2kPTsjCzKWfXPSTJlgD1/ZteGYwZVzBRqV/ZFBhqhplDwSXJ8iactwnnWkbGZfnMssgzy9AHM9XtRPbUegZz"
    "kjy3yGcwU9K+DNMXzLXLKSrKv7Qif2mssuxcE7MEUT6oZR7U3AgTGadlEaFfeVbmApGnl4pK8k6qyJ2U19xX9FBrHB7G5ErQPe2B"
    "NOqhllORuyzNv60if1szy6RFAtt37gzNVQ5FX2f1JJVTZF7PpSy0VHCk7iVchymNW9dfSuO2R8RvjM8DeYIk+KxqSa7/dfjtkRo4"
    "nWo04FSQBCcxVKDmOpV3Uz3Sli9cP/NeAnKpHbnl5nJTPdJpKYIqKXV2k9DBUY7uYfsMoqCWM88WlyVL0Bvve7JoT8xnksfDSEiO"
    "d8dF7o5N5pE943IgIvQrLwdcIBLjTKzumSJCvFPK7sqB4ZdrERYT5V1TkbumCdbYuy7V8eqNrCGRYmxkLdXOYjqlcsyhmeBHZXWN"
    "hGV4lWy9SiBKZA4Td0SKD0HZLYMAIFAzsJ3TPJhUAB+OijwcsSrLyGZYiPzKs2QGg+ukPXMvtRDj3VS+booxQPJ2UWFh3j0VvnvK"
    "qUOPy/KaLnJN0zWOoSd1patn4SGRYkzCS+XgZ0NLBjdglNiAYWDtCW+4gT1eRpFbidBqt26b7Y5SQUHSjRPc7qh9UVFEFj4ldsIN"
    "h+nFOoZ6jBwWoyYtrNn0jllmsCERPnvNvoEdD3Xb3Zb3nAX1uByHPhf0o8xRbqJSJYB9DztVfMw2iXATL6PI4wOPb7PbUSo3iZoz"
    "qA9k+edqxHJVckyU13Px6zk7CTUuV7pxeCck1EWc+Ywe2GNyfHd5DNc5xcOCuGkZcY3JcVxjqn1DJ/owI6gRoQ0QzdU7FB5ScNRI"
    "XzsjplEp3kxjmGLLNrN6H40IcUT/+ec/AN6jKwnn/473A8vo1k0L62PyBb8srR1jiE7NETbsd7WgoMP8+BdnFzVvac8uaEudH31/"
    "+tbY3Y0q07maDE4zk0euLYArhMs6yFb7KrzxATsFwu53vgV4r4OCyoltpENM03T9SSnH9vV2G5vAp2m37pC/DXAXJZUT3ejsaAW2"
    "MLwNtOEj8125YpyjjzRf4Typ6onWv8jY0FYQ6z3AL7xiyoN4wlbKDTFqsUJKhBC0L/PUDLWrSItbvjQ9ncbPaEQbs1eCe8OdomBV"
    "QpWwBCPtYhbn4YTjAejVF8szgIceRpx5RDXnNxPNQRoCrg4aa08YmQTNNDo0HCPNpqeJSac3moGAoYB+u2chtu5/ryDdsZEbzewY"
    "OROMhvQxkPnAzj9hS3+gUoycMaNvSMsiI5ZtgrXRv2wUxOF+F9dvv/kD9UiPCMiFkOagD0NMlovlsZFOM2PNwCP0rDsTVob9Yjt4"
    "ih7xC9zweWJiekOa0Z7TXLpDb4amJvQPCNhQVgXdu7Wo0HLu/0L3bnl9zbmH0p8nmD6C7qBnzX0uWohpeTelj6fSO7pDN+SGhkMh"
    "Ml7QA82kEUSbBc0JD2LTew7M0Qs80ZQ9qB/PF41MbMM7okdiPv9Fc0JRDDUNGgkriuZ+mNu0KJ2gZzoFo/XDasv9MPuOOcZUwvLb"
    "svt5sqb9d3Rq4QIB2mGa7+8jzXG04QTggOvuqdnMpF9W5Bx9Ztx/0m09ko2+WnAYwBa7CTzN7DEYLRafULb14vb1GV7PtiZMRYjU"
    "xO4E/z6+BaPp1cU46PW1xDE1e2zEbUdFfB3nHY4Xu46KCP1aFnD9/KWD9mMaaD+uhvbjErSPen42lS+7P7tIHhrVqlC3Qbovi/WO"
    "woLYLp0D0t1CfpF2iVgXsnADcos0GOFronStggmeJdYF1Q0dgMXdM8BHT0VzeTw/QZXarWjm8JWozOL1lk+uDuy7SC8KWD4XyRd9"
    "uBUXfNJBPwAqehxcr7flG0G+kFqXQZbFqSCX+E0VW4qPRuRMkOdaFhtSU2oJ8m2QK3QuyHch1qRIUf6JIEdDrC8eGA6CK+HmsHQq"
    "dAexKV5EamT5dB76w/b73A3DYW8aCPvNu4dSRMJeEU54TbigFeGEC1VphSX7LSbkS5Cvp5NEBLdAJjmkijg0NklkCZbJlUtYkDOG"
    "ilzHGoF3zMkMi4jyei50PQfalaVaXktUWghxo/oS+yus1soGa0ySYxvDNqJFzAJtXJAjy7l1nFt3kJBGbQQZYF0S5I2VM+x2i2hg"
    "YcwIalxui7i+qTJ/J7xFzv3ym8+WuV+cEMoJoYWANwchdDHj3wbEkcJKinF8iZSOHOqvWLeBcrS0ksK8tMhPgfNi5roFmK9oYV2/"
    "rHKCvDTTT9eWsZbgjzRPM/YKKie4Ee1fZhruMoEyYba8XAttglWT/ktZB0q4pAOcIL9aCfEFQpp6WAl7Yrv3ab4+8mnJvkqpGv8/"
    "uTi8DIOVPF4fode4vH2/Yl4n9KoRQmqY2opMoKVqHreVXmEG7mOXx/oMTFdgnAIjlAB9FOigQGmlv6SC8JM+wvRDO0aEsVuHE43Q"
    "117m777B/V9npHJK6JtSQofTpM0DOtGslxVqz2kS8WLw4ri7EA5z6ZgEatVzBhgYCLuCXGVMrGTuRTXBeWD1VhWFdGSX1b4cV5Fd"
    "9uDJ8W2Q34nPRr+XyoJ8WKYYbjRL5ct+qo3yOK8NiXEOUqF5C94MKdtIHhHa74B+GDr1fMu2xc6zjdZsqfcKFhL+V1dskcaXfbmW"
    "cR0iEsd6OUpYgrgX1q4+vptzi6RdedD6pUMVwe+QNLKRZsH0feaw6b05d2BTGWhPYE5vs+138Dg2bOqjk/YXBC7EKnR1ACUgW3ux"
    "F0sC22Sb4pC3Jw42ozmYLC893uIB+NqjAL3XurVHDtbiHkf9gowOBzfoQ0e0VK1rvNcNk+r0MIn80X0Sn9Lsk/i0ep/EpySP1KPE"
    "AGlV0zSwRpIRDknFV+2mmUYLmAvm4MyeV+3tdiPypVSl+I6ITrMqyr+dMNxpJt0d36WWGkd7Aw+9G3nm3demIu6ad7fbmrTh0Jxn"
    "Z8FGpDhXi/vsKzX9tZSIst8MkyA/f+lc9+7EhT4YmAhOsIamG5tD4oUenq/bsgo7dd1f2OKvfIHN/coXOgBe0dk7vQQ/ScOhO3qL"
    "wTjOBuJmtdMQWDSWIEkH4AYdjmt04GW/eQbOkzRVfLK6hk+WKrjgFOeCrAyzMJzfdpf8vkIRlXqTPIvZl3GMXojwD2IZzOzukGJi"
    "pRuut++fY4QdTTcy2btDItzoGtFlbMPo6sWgztLqQyKla/Hbd1WljUYU/mwRPBYi5QP4LA3AZ6sBPluaHZq27nMc47ylsURWuIwJ"
    "S8VA1nNR2d/W39oYHuHf56enHz78cfr+w6c/zz7+8cfZn+//PIbwkfTa8qU/1qlNpUtQgEbqYFkjOtHsSZZ27ecvXaP+9DGNav/j"
    "atX+x983texvzwp9hbWo9TN8/jiFDbo/8XOmosDODG2ImZUX2ofPJzU023ENvHR9Tn9GFWTSA8t8PkaGOXzEIzR4CTy4sjx2MsV1"
    "y+Vv2Yy8soNKnKcndE1eN1NYqoXXNZ2efPzj458fPn0MeqTgzLqOyO90VluN36j7z9Udvefd/367//cb/vHhI/Pw0aQzV421x6UR"
    "xL+0dhCZhjKlIjJ5AsgxWQ/uOdymnTccPWsv79C9g6czcOh9z4aB+yfNoAuYezTVHjHzOs5i5f2F7ofa3Mb3vodtbzhDGNhXaIAn"
    "tKnR7Mlspjd5itfHov8eLbo1ehKEntg2l6OxoHQHXwXvr9asn5483V127eHL2ePtN3lyO63/vFPOZoOpbODL7k9Der78dlontzfG"
    "3Pjc7nwXut9vv3V/3t0pzdq3qjEkraeBcT67+6w0hQ+jCb5TrqjM19G3+sPgpvtzSGXvuueBjHjTmoy+tQxJNFRJPLvu1qrtbudH"
    "05BwpzP7OgfCCXgOJ45H7iX4h8O9hmfpZXa0RQSaZza1oyfAveLERlDaL+TVwXuihbZYCbVau8OU7G6iR8SmIDUqiP30iNJUKoj+"
    "K4aViT68oxMteS65Luh5RKx0a9udmGwNjYzn3iifp/WH5Qv9CXz5UkGPjz0idyrImtMPoFWhI3kuC1KaWlhdB/Ea8CcjWZp6WKbI"
    "qBeGoOlO8bIYOxYS3NaxdVuHoZPHLO3dz8/79FQ0HAsDGjl28EUl+Sa+QvP5/WVYxjoOiXHn0kWuX82BYT5pS/pKZWpYpDTK1A0V"
    "1mGyFcnzwYTE+AdT5A9mrD9h0p/PctRxTJTXc5Hr+U1ZqAc0ozkkn7AFhXUrTmHfxvzTctmQSX60Ap7kGh9aizypuAPMiu8KIdaZ"
    "QghUDdnY0rGNfusdCdf/Pn1/+ql39HsyOSBrARtY/90ys6w/FxI8JGRs/enz7FabKZgmJcMkNsi/vxlswVkXBTEoSyO6uDAdTIYv"
    "dARI6lliOdb2MPoib//Ry/xqVyN47u28eNeGQXuLiWajuQ28IYjB/DzRhxNEC2G2XZ3M5o4budq9YJnPzB8FGHQ1Yj9ja7k72tVN"
    "Erqsv4/c8uEygPAf7gijWBZWv3LSb0TwJUqol99B+GCcYHdd3Y697Hz6HnfYNncym0vDMiVsq9u3IbFuvp+VaxeVKiPQW+HMhYE2"
    "B9/x0HFByoB0TKx0tqLt974eYtnmEhEh7l/gkE1vBdkeehAKyIKswcQfM9NyjpJcE7pXjtetufAiT4ql1oNuYHcZpNtogGntInDx"
    "eoxgBaTZ79D9THMmAT92Bqxb3aErpilGD5Y5/Qvdj0yC72Gnx71jOppxD0sjYNbajm5ZrLXf+24Cbca/ZSW7yiDN0J9w0uqsEM/V"
    "Iz0iOfT2hknGNrCN4V42tm1Y8biLRxs2r8B6UfeWh5iMbNd3e2reMF8BvukKEFpSlkmIn7+EE72dcFUc3VnlzG0F9c0X4AinQ9jW"
    "nqBDy6bvDsmUEOeTVE5ATtZ4ATlZdgPySF8tC8Z+/jLiu3VKuO2sZMim8JLjC+9xSXgti9eCLLUuMw53C8EKCpLgNkq4uAWfUfSn"
    "R+qC1BAvKsj9jc+Q3oi0T2dUGYw8fnbOUoqzlNiENAOSQf6tOE94635ky2DSRXUikWGdTxVfonQKpO2rRAd4PCc5lB1hOc4yLpyu"
    "Izry+ivirJUcleTVXOhqpq/mJMahXRtybCGUM+xYwYafdZ4YdhR1zNMYZY1wH5Hi9tD1dEYPrWWAM/MZlUVJhwns66FRIy0rwmis"
    "CUpNuBDfitAoYEsfTo4SVN/eleN1qm9tkec11fdqTLnLoWK5HHrCVvKHvXp+HxIpoebl9CyNVz+aa7UG8WzJrx98VBkQ9rKXEN2T"
    "VPrZkzX62ZOE3ZqrZl6r9yavnnfx0KOVV7Yhv6kd95//DzvwtMk="
)
