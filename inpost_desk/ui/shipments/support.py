"""What InPost's support needs to look into a shipment: numbers, statuses, requests with their times.

Nothing of the receiver stands in it. Plain text for the clipboard.
"""

from __future__ import annotations

from datetime import datetime

from inpost_desk.domain.history import Detail
from inpost_desk.wording.speech import translate


def support_text(detail: Detail, *, organization: int, environment: str) -> str:
    """Everything in lines; times are UTC, as logs have them."""
    row = detail.row
    lines = [
        f"{translate('ui', 'Shipment')}: {row.shipx_id}",
        f"{translate('ui', 'Number')}: {row.tracking_number or '-'}",
        f"{translate('ui', 'Organisation')}: {organization} ({environment})",
        f"{translate('ui', 'Service')}: {row.service or '-'} {row.sending_method}".rstrip(),
        f"{translate('ui', 'Status')}: {row.status} {_time(row.status_at)}".rstrip(),
    ]
    if detail.transaction_status or detail.payment_error:
        paid = f"{detail.transaction_status} {detail.payment_error}".strip()
        lines.append(f"{translate('ui', 'Payment')}: {paid}")
    if detail.pickup is not None:
        lines.append(f"{translate('ui', 'Pickup')}: {detail.pickup.order} {detail.pickup.state}")
    lines += ["", f"{translate('ui', 'Requests to InPost')}:"]
    lines += [
        f"  {_time(one.sent_at)}  {one.kind}  {one.outcome or '-'}  {_time(one.ended_at)}".rstrip()
        for one in detail.requests
    ]
    lines += ["", f"{translate('ui', 'Way of the shipment')}:"]
    lines += [f"  {_time(one.at)}  {one.status} {one.origin}".rstrip() for one in detail.way]
    return "\n".join(lines)


def _time(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment:%Y-%m-%d %H:%M:%S}Z"
