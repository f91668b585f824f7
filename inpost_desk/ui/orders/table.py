"""The Orders table: a pile's rows with their stages, to be looked through, corrected, held and removed.

It changes nothing itself: what is asked for leaves by signals and comes back as changed rows (`push`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSettings,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QStyle, QTableView

from inpost_desk.background import FETCH, Lanes
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.columns import (
    EDITABLE_STAGES,
    Column,
    copied_text,
    pieces,
    wrong,
)
